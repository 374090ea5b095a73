import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../server/test/authenticator.ts'
import {
  atTheDoor,
  enter,
  look,
  openPage,
  password,
  press,
  pressByKey,
  said,
  serveAll,
  signUpCustomer,
  typeInto,
  wordsOf,
} from './harness.ts'

serveAll()

const room = '/security/'
const freshPassword = 'Another-Papaya-9?'

const open = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).click()
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
const secretOn = async (page: Page) => (await page.locator('code.secret').innerText()).replace(/\s/g, '')
const codesOn = (page: Page) => page.locator('.recovery-codes code').allInnerTexts()
const pathOf = (page: Page) => new URL(page.url()).pathname
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

/** Turns the second step on by the code of the half minute before: those of now and later still work. */
async function turnOn(page: Page): Promise<string> {
  await open(page, 'Two-step sign-in')
  await fill(page, 'Your password', password)
  await press(page, 'Begin')
  const secret = await secretOn(page)
  const app = new URL((await page.getByRole('link', { name: /Open the app/ }).getAttribute('href')) ?? '')
  expect(app.searchParams.get('secret')).toBe(secret)
  expect(app.searchParams.get('issuer')).toBe(await page.locator('.brand').innerText())
  await fill(page, 'Code', codeOf(secret, -1))
  await press(page, 'Turn on')
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  return secret
}

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.keyboard.press('Enter')
}

const signedIn = (page: Page) => page.locator('main.page h1').waitFor()

describe.each(['en', 'fr'] as const)('by keyboard alone, on a phone (%s)', (language) => {
  const w = wordsOf(language)

  test('a new password, and a second step set up and turned off again', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await pressByKey(page, w.security_password)
    await typeInto(page, {
      [w.security_password_old]: password,
      [w.security_password_new]: freshPassword,
      [w.security_password_again]: freshPassword,
    })
    await pressByKey(page, w.security_password_save)
    await said(page, w.security_password_changed)

    await pressByKey(page, w.security_factor)
    await typeInto(page, { [w.security_password_yours]: freshPassword })
    await pressByKey(page, w.security_factor_start)
    const secret = await secretOn(page)
    await typeInto(page, { [w.security_factor_code]: codeOf(secret, -1) })
    await pressByKey(page, w.security_factor_confirm)
    await said(page, w.security_codes)
    await pressByKey(page, w.security_codes_done)
    await said(page, w.security_factor_codes_left.replace('{count}', '10'))

    await pressByKey(page, w.security_factor_end)
    await typeInto(page, {
      [w.security_password_yours]: freshPassword,
      [w.security_factor_code]: codeOf(secret),
    })
    await page.keyboard.press('Enter')
    await said(page, w.security_factor_ended)
  })

  test('what is wrong is said in the language of the page', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await open(page, w.security_factor)
    await fill(page, w.security_password_yours, 'Not-The-One-1!')
    await press(page, w.security_factor_start)
    await said(page, w.fault_password_wrong)
    expect(await focused(page)).toBe('password')
    await fill(page, w.security_password_yours, password)
    await press(page, w.security_factor_start)
    await fill(page, w.security_factor_code, '000000')
    await press(page, w.security_factor_confirm)
    await said(page, w.fault_code_not_now)
    expect(await focused(page)).toBe('code')
  })
})

describe('the password', () => {
  test('a wrong old one, a weak new one and two that differ are told apart; the new one opens the account', async () => {
    const customer = await signUpCustomer()
    const elsewhere = await enter(room, customer)
    const page = await enter(room, customer)
    await open(page, 'Password')
    await fill(page, 'Your password now', password)
    await fill(page, 'New password', 'Ọlá')
    await fill(page, 'New password once more', 'Ọlá')
    await press(page, 'Change password')
    await said(page, /Too short/)
    expect(await focused(page)).toBe('new_password')
    await look(page, 'security-password')

    await fill(page, 'New password', freshPassword)
    await press(page, 'Change password')
    await said(page, /not the same/)
    await fill(page, 'New password once more', freshPassword)
    await fill(page, 'Your password now', 'Not-The-One-1!')
    await press(page, 'Change password')
    await said(page, /not your password/)
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

describe('the second step', () => {
  test('recovery codes show once; codes and recovery codes sign in, each once; wrong ones are told plainly', async () => {
    const customer = await signUpCustomer()
    const page = await enter(room, customer)
    const secret = await turnOn(page)
    const codes = await codesOn(page)
    expect(new Set(codes).size).toBe(10)
    await look(page, 'security-recovery-codes')
    await press(page, 'I have kept them')
    await said(page, 'Recovery codes left: 10')
    expect(await codesOn(page)).toEqual([])
    await look(page, 'security-second-step-on')

    const phone = await openPage('/sign-in/')
    await signIn(phone, customer)
    await phone.getByLabel('Code of six digits').fill('000000')
    await phone.keyboard.press('Enter')
    await said(phone, /This code is not right/)
    await look(phone, 'security-sign-in-code')
    const code = codeOf(secret)
    await phone.getByLabel('Code of six digits').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await phone.keyboard.press('Enter')
    await signedIn(phone)

    const borrowed = await openPage('/sign-in/')
    await signIn(borrowed, customer)
    await press(borrowed, 'Use a recovery code')
    await borrowed.locator('input[name="otp"]').fill(codes[0] ?? '')
    await borrowed.keyboard.press('Enter')
    await signedIn(borrowed)
    await page.reload()
    await open(page, 'Two-step sign-in')
    await said(page, 'Recovery codes left: 9')

    await press(page, 'Turn off')
    await fill(page, 'Your password', password)
    await fill(page, 'Code', codes[0] ?? '')
    await page.keyboard.press('Enter')
    await said(page, /wrong or was used before/)
    await look(page, 'security-turn-off')
    await fill(page, 'Code', codes[1] ?? '')
    await page.keyboard.press('Enter')
    await said(page, /Two-step sign-in is off/)
    await page.getByRole('button', { name: 'Begin' }).waitFor()
  })

  test('new recovery codes take the place of the old ones', async () => {
    const page = await enter(room, await signUpCustomer())
    await turnOn(page)
    const before = await codesOn(page)
    await press(page, 'I have kept them')
    await press(page, 'Get new codes')
    await fill(page, 'Your password', password)
    await fill(page, 'Code', before[0] ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    const after = await codesOn(page)
    expect(after.filter((code) => before.includes(code))).toEqual([])

    const asked = page.waitForEvent('dialog')
    const leaving = page.getByRole('link', { name: 'Home' }).click()
    const dialog = await asked
    expect(dialog.message()).toMatch(/never show again/)
    await dialog.dismiss()
    await leaving
    expect(pathOf(page)).toBe(room)
    expect(await codesOn(page)).toEqual(after)
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

  test('signing out everywhere ends this device too', async () => {
    const customer = await signUpCustomer()
    const phone = await enter('/', customer)
    const page = await enter(room, customer)
    await press(page, 'Sign out everywhere')
    await said(page, /signed out/)
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
