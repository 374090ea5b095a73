import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../server/test/code-of.ts'
import { linkMailedTo, openPage, password, serveAll, signUpCustomer, tabTo, typeInto } from './harness.ts'
import { enter, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const w = wordsOf('fr')
const french = { locale: 'fr-CA' } as const

/** The first line of what has the focus; a screen reader goes on from there. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement
    return element === document.body ? 'nothing' : (element.labels?.[0] ?? element).innerText.split('\n')[0]
  })
const expectFocus = (page: Page, words: string) => expect.poll(() => focused(page)).toBe(words)

describe('whoever has only keys is never left without a place, in French on a phone', () => {
  test('an address is verified', async () => {
    const { email } = await signUpCustomer()
    const page = await openPage(await linkMailedTo(email, 'verify-email'), french)
    await pressByKey(page, w.verify_action)
    await expectFocus(page, w.verified_title)
    await page.goto('/verify-email/?token=over')
    await pressByKey(page, w.verify_action)
    await expectFocus(page, w.resend_title)
  })

  test('the second step is turned on, asked for and gone back from', async () => {
    const { email } = await signUpCustomer()
    const page = await enter('/security/', { email, password }, french)
    await pressByKey(page, w.security_factor)
    await typeInto(page, { [w.security_password_yours]: password })
    await page.keyboard.press('Enter')
    await expectFocus(page, w.security_factor_scan)
    const secret = (await page.locator('code.secret').innerText()).replace(/\s/g, '')
    await typeInto(page, { [w.security_factor_code]: codeOf(secret, -1) })
    await page.keyboard.press('Enter')
    await expectFocus(page, w.security_factor_is_on)
    await said(page, w.security_codes)
    await pressByKey(page, w.security_codes_done)
    await said(page, w.security_codes_renew)
    await expectFocus(page, w.security_factor_is_on)

    await pressByKey(page, w.security_sign_out)
    await said(page, w.signed_out)
    await typeInto(page, { [w.email]: email, [w.password]: password })
    await page.keyboard.press('Enter')
    await expectFocus(page, w.code)
    expect(await page.getByText(w.signed_out).count()).toBe(0)
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await said(page, w.code_wrong)
    await pressByKey(page, w.use_recovery_code)
    await expectFocus(page, w.recovery_code)
    expect(await page.getByText(w.code_wrong).count()).toBe(0)
    await page.keyboard.type('0000-0000-0000-0000')
    await page.keyboard.press('Enter')
    await said(page, w.recovery_code_wrong)
    await pressByKey(page, w.go_back)
    await expectFocus(page, w.sign_in_title)
  })

  test('another device is signed out', async () => {
    const customer = await signUpCustomer()
    const page = await enter('/security/', customer, french)
    await pressByKey(page, w.security_sessions)
    await page.locator('.sessions').waitFor()
    await tabTo(page, w.security_session_end)
    await page.keyboard.press('Enter')
    await said(page, w.security_session_ended)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('sessions')
  })

  test('a change is taken back; the offer waits as long as somebody is at it', async () => {
    const page = await enter('/preferences/', await signUpCustomer(), french)
    await page.getByRole('checkbox', { name: 'Halal', exact: true }).waitFor()
    await page.clock.install()
    await tabTo(page, 'Halal')
    await page.keyboard.press('Space')
    await said(page, w.preferences_saved)
    await tabTo(page, w.ui_undo)
    await page.clock.runFor(60_000)
    await page.keyboard.press('Enter')
    await said(page, w.preferences_undone)
    await expectFocus(page, 'Halal')
  })
})

test('a toast covers nothing that gets the focus', async () => {
  const page = await enter('/preferences/', await signUpCustomer(), french)
  await tabTo(page, 'Halal')
  await page.keyboard.press('Space')
  await said(page, w.preferences_saved)
  const covered: string[] = []
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const toast = document.querySelector('.toast')?.getBoundingClientRect()
      const { top, bottom, left, right } = document.activeElement?.getBoundingClientRect() ?? new DOMRect()
      const isInToast = document.activeElement?.closest('.toast')
      if (!toast || isInToast) return ''
      const isCovered =
        top >= toast.top && bottom <= toast.bottom && left >= toast.left && right <= toast.right
      const touches = bottom > toast.top && top < toast.bottom && right > toast.left && left < toast.right
      return isCovered || touches ? document.activeElement?.outerHTML : ''
    })
    if (name) covered.push(name)
  }
  expect(covered).toEqual([])
})

test('half a postal code is not saved, and what is mended is no longer called wrong', async () => {
  const page = await enter('/profile/', await signUpCustomer(), french)
  await typeInto(page, { [w.first_name]: ' ', [w.profile_phone]: '416 555', [w.profile_postal_code]: 'M5V' })
  await page.getByLabel(w.first_name, { exact: true }).fill(' ')
  await pressByKey(page, w.profile_save)
  for (const words of [w.fault_blank, w.profile_phone_short, w.profile_postal_code_short])
    await said(page, words)
  await expectFocus(page, w.first_name)
  expect(await page.getByText(w.profile_saved).count()).toBe(0)
  await page.keyboard.type('Ama')
  await expect.poll(() => page.getByText(w.fault_blank).count()).toBe(0)
  await page.getByLabel(w.profile_phone, { exact: true }).fill('416 555-0123')
  await page.getByLabel(w.profile_postal_code).fill('M5V 2T6')
  await pressByKey(page, w.profile_save)
  await said(page, w.profile_saved)
})
