import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { paths, safeNext } from './paths.ts'

const ours = 'https://crm.example.com'
beforeAll(() => {
  vi.stubGlobal('location', { origin: ours })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const after = (next: string) => safeNext(`?${new URLSearchParams({ next })}`)

test.each(['/profile/', '/profile/#phone_number', '/preferences/?tab=1', '/', '/a//b/'])(
  '%s is where they go on',
  (next) => {
    expect(after(next)).toBe(next)
  },
)

test('without a place to go on to, they go home', () => {
  expect(safeNext('')).toBe(paths.home)
  expect(safeNext('?next=')).toBe(paths.home)
})

test.each([
  '//evil.example/',
  '///evil.example/',
  '////evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '\\/evil.example/',
  '/\t/evil.example/',
  '\t//evil.example/',
  ' //evil.example/',
  '/\n/evil.example/',
  '/.//evil.example/',
  '/..//evil.example/',
  '/a/..//evil.example/',
  '/a/../\\evil.example/',
  '/%2e//evil.example/',
  '/%2e%2e//evil.example/',
  '/.\t//evil.example/',
  'https://evil.example/',
  'https:evil.example/',
  'https:/evil.example/',
  'https:///evil.example/',
  'http://crm.example.com@evil.example/',
  `${ours}@evil.example/`,
  `${ours}.evil.example/`,
  `//crm.example.com@evil.example/`,
  '//xn--e1afmkfd.example/',
  '//пример.example/',
  '/／evil.example/',
  '／／evil.example/',
  'evil.example',
  '@evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://evil.example/1',
  'vbscript:x',
  'file:///etc/passwd',
  'mailto:x@evil.example',
])('%j leads to no other site and runs nothing', (next) => {
  const place = after(next)
  expect(place).toMatch(/^\/(?![/\\])/)
  const url = new URL(place, ours)
  expect([url.origin, url.protocol]).toEqual([ours, 'https:'])
})
