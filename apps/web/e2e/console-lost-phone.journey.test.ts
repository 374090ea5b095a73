import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../server/test/code-of.ts'
import { type Credentials, heading, openConsole, said, signIn, signUpStaff } from './console.ts'
import { askApi, openPage, serveAll } from './harness.ts'

serveAll()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Sets the second step up without a page; resolves to the secret of the app and the codes on paper. */
async function turnOn(who: Credentials): Promise<{ secret: string; recovery_codes: string[] }> {
  const path = '/api/customers/second-factor/'
  const { tokens } = await askApi('POST', '/api/customers/login/', who)
  const { secret } = await askApi('POST', path, { password: who.password }, tokens.access)
  const code = codeOf(secret, -1)
  const { recovery_codes } = await askApi('POST', `${path}confirmation/`, { code }, tokens.access)
  return { secret, recovery_codes }
}

describe('a lost phone', () => {
  test('the owner takes the second step off a colleague, who then signs in by the password alone', async () => {
    const cashier = await signUpStaff('cashier', { first_name: 'Afi', last_name: 'Mensah' })
    await turnOn(cashier)
    const desk = await openPage('/admin/')
    await signIn(desk, cashier)
    await desk.getByLabel('Code').waitFor()

    const page = await openConsole(`/admin/customers/${cashier.id}?tab=history`)
    await press(page, 'Actions')
    await page.getByRole('menuitem', { name: 'Remove two-step sign-in' }).click()
    const question = page.getByRole('dialog', { name: /Remove two-step sign-in of Afi Mensah/ })
    await question.getByRole('button', { name: 'Remove two-step sign-in' }).click()
    await said(page, /Afi Mensah now signs in with the password alone/)
    await said(page, 'Two-step sign-in turned off')
    await press(page, 'Actions')
    await page.getByRole('menuitem', { name: 'Remove two-step sign-in' }).click()
    await question.getByRole('button', { name: 'Remove two-step sign-in' }).click()
    await said(page, /is not on, so there is nothing to remove/)

    await desk.getByRole('button', { name: 'Back to email and password' }).click()
    await signIn(desk, cashier)
    await heading(desk, 'Customers')
    await desk.goto('/admin/settings')
    await said(desk, /After the password, a code/)
    expect(await desk.getByText(/please turn on two-step sign-in/).count()).toBe(0)
  })
})
