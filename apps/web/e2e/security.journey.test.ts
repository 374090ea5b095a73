import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { password, serveAll, signUpCustomer, typeInto } from './harness.ts'
import { atTheDoor, enter, look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const room = '/security/'
const freshPassword = 'Another-Papaya-9?'

const open = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).click()
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.keyboard.press('Enter')
}

const signedIn = (page: Page) => page.locator('main.page h1').waitFor()

describe.each(['en', 'fr'] as const)('by keyboard alone, on a phone (%s)', (language) => {
  const w = wordsOf(language)

  test('a new password', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await pressByKey(page, w.security_password)
    await typeInto(page, {
      [w.security_password_old]: password,
      [w.security_password_new]: freshPassword,
      [w.security_password_again]: freshPassword,
    })
    await pressByKey(page, w.security_password_save)
    await said(page, w.security_password_changed)
  })

  test('what is wrong is said in the language of the page', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await open(page, w.security_delete_title)
    await fill(page, w.security_delete_password, 'Not-The-One-1!')
    await press(page, w.security_delete)
    await said(page, w.fault_password_wrong)
    expect(await focused(page)).toBe('password')
  })
})

describe('the password', () => {
  test('a wrong old one, a weak new one and two that differ are told at once; the new one opens the account', async () => {
    const customer = await signUpCustomer()
    const elsewhere = await enter(room, customer)
    const page = await enter(room, customer)
    await open(page, 'Password')
    await fill(page, 'Your password now', 'Not-The-One-1!')
    await fill(page, 'New password', 'Ọlá')
    await fill(page, 'New password once more', 'Ọla')
    await press(page, 'Change password')
    await said(page, /not your password/)
    await said(page, /Too short/)
    await said(page, /not the same/)
    expect(await focused(page)).toBe('old_password')
    await look(page, 'security-password')

    await fill(page, 'New password', freshPassword)
    await fill(page, 'New password once more', freshPassword)
    await fill(page, 'Your password now', password)
    await press(page, 'Change password')
    await said(page, /password is changed/)
    expect(await page.getByLabel('New password', { exact: true }).inputValue()).toBe('')

    await elsewhere.reload()
    await atTheDoor(elsewhere)
    await signIn(elsewhere, { ...customer, password: freshPassword })
    await signedIn(elsewhere)
  })

  test('one like the own name is advised against before it is refused', async () => {
    const page = await enter(room, await signUpCustomer({ first_name: 'Abimbola' }))
    await open(page, 'Password')
    await fill(page, 'New password', 'Abimbola-1')
    const rule = page.locator('.advice li').filter({ hasText: /name/ })
    await expect.poll(() => rule.getAttribute('data-kept')).toBe('false')
    await fill(page, 'New password', freshPassword)
    await expect.poll(() => rule.getAttribute('data-kept')).toBe('true')
  })
})

describe('sessions', () => {
  test('another device is named and signed out from here', async () => {
    const customer = await signUpCustomer()
    const [phone, tablet, page] = await Promise.all([
      enter('/', customer),
      enter('/', customer),
      enter(room, customer),
    ])
    await open(page, 'Where you are signed in')
    const lines = page.locator('.sessions li')
    // Registering opened one, too.
    await expect.poll(() => lines.count()).toBe(4)
    expect(await lines.filter({ hasText: 'This device' }).count()).toBe(1)
    expect(await lines.first().innerText()).toContain('Chrome on Linux')
    await look(page, 'security-sessions')
    await lines
      .getByRole('button', { name: /Sign out/ })
      .first()
      .click()
    await said(page, 'That device is signed out.')
    await expect.poll(() => lines.count()).toBe(3)
    await press(page, 'Sign out all other devices')
    await said(page, 'All other devices are signed out.')
    await said(page, 'You are signed in on no other device.')
    for (const other of [phone, tablet]) {
      await other.reload()
      await atTheDoor(other)
    }
  })

  test('signing out everywhere says before what it ends and after what it ended, this device too', async () => {
    const customer = await signUpCustomer()
    const phone = await enter('/', customer)
    const page = await enter(room, customer)
    await pressByKey(page, 'Sign out everywhere')
    // Registering opened one, too.
    await said(page, /Signed in elsewhere: 2 \(.*Chrome on Linux.*\)/)
    await look(page, 'security-sign-out')
    await phone.reload()
    await phone.locator('main.page h1').waitFor()
    await pressByKey(page, 'Cancel')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Sign out everywhere')
    expect(await page.getByText(/Signed in elsewhere/).count()).toBe(0)

    await page.keyboard.press('Enter')
    await pressByKey(page, 'Yes, sign out everywhere')
    await said(page, 'You are signed out here. Other devices signed out: 2.')
    expect(page.url()).toMatch(/\/sign-in\/$/)
    await phone.reload()
    await atTheDoor(phone)
  })
})

describe('what the store keeps', () => {
  test('the file arrives and holds the person, the sessions and what happened', async () => {
    const customer = await signUpCustomer({ city: 'Scarborough' })
    const page = await enter(room, customer)
    await open(page, 'Your data')
    const arriving = page.waitForEvent('download')
    await press(page, 'Download my data')
    const file = await arriving
    expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/)
    const data = JSON.parse(await readFile(await file.path(), 'utf8'))
    expect(data.profile).toMatchObject({ email: customer.email, first_name: 'Ọlá', city: 'Scarborough' })
    expect(data.sessions.map(({ device }: { device: string }) => device).join()).toContain('Chrome')
    expect(data.events.map(({ name }: { name: string }) => name)).toContain('auth.logged_in')
    await said(page, /in your downloads/)
    await look(page, 'security-data')
  })

  test('an account is deleted by its password, and what happens then is said', async () => {
    const customer = await signUpCustomer()
    const page = await enter(room, customer)
    await open(page, 'Delete your account')
    await fill(page, 'Type your password to confirm', 'Not-The-One-1!')
    await press(page, 'Delete my account')
    await said(page, /not your password/)
    await look(page, 'security-delete')
    await fill(page, 'Type your password to confirm', password)
    await press(page, 'Delete my account')
    await said(page, /Your account is deleted/)
    await said(page, /within 30 days/)
    await look(page, 'security-deleted')
    expect(page.url()).toMatch(/\/sign-in\/$/)
    await signIn(page, customer)
    await said(page, /do not go together/)
  })
})

test('the closed room', async () => {
  const page = await enter(room, await signUpCustomer())
  await look(page, 'security')
})
