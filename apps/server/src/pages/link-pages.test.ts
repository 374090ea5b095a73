import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp()
})
afterAll(() => crm.close())

const open = async (path: string, language = 'en') =>
  (await crm.call('GET', path, { headers: { 'accept-language': language } })).text

const links = [
  ['/verify-email', '/verify-email/resend/', '/api/customers/verify-email/resend/'],
  ['/reset-password', '/forgot-password/', '/api/customers/password-reset/'],
] as const

describe.each(links)('a mailed link to %s', (path, askAgain, endpoint) => {
  test('shows its form', async () => {
    for (const slash of ['', '/']) {
      const text = await open(`${path}${slash}?token=q3Jk0f8sT1m9c2VxZbYw`)
      expect(text).toContain('<form')
      expect(text).not.toContain('incomplete')
    }
  })

  test.each([
    ['en', 'This link is incomplete'],
    ['fr', 'Ce lien est incomplet'],
  ])(
    'that came without its token says so (%s), and leads to where a new one is asked for',
    async (language, words) => {
      for (const query of ['', '?token=', '?tok']) {
        const text = await open(`${path}/${query}`, language)
        expect(text).toContain(`<h1>${words}</h1>`)
        expect(text).toContain(`href="${askAgain}"`)
        expect(text).not.toContain('<form')
      }
      expect(await open(askAgain, language)).toContain(`data-endpoint="${endpoint}"`)
    },
  )
})
