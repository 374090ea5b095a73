import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { darkModules } from './qr-code.fixture.ts'
import { qrCode } from './qr-code.ts'

test.each([
  'crm:01979a52-0f5e-7c3a-8a53-7f9a7c1d2e3f',
  'otpauth://totp/Ad%C3%A9?secret=JBSWY3DPEHPK3PXP',
  '',
])('the drawing of %j fills each dark module once, and no other', (text) => {
  const { size, data } = encode(text, { ecc: 'M', border: 3 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
  const drawn = qrCode(text)
  expect(darkModules(drawn.path)).toEqual(dark)
  expect(drawn.size).toBe(size)
  expect(dark.length).toBeGreaterThan(100)
})

test('a run in a row is one bar: the finder at the top is seven wide', () => {
  expect(qrCode('crm').path).toMatch(/^M3 3h7v1h-7z/)
})
