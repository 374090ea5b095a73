import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../server/test/code-of.ts'
import { newEmail, openPage, password, serveAll, signUpCustomer, typeInto } from './harness.ts'
import { enter, look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const room = '/security/'

const open = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).click()
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
const secretOn = async (page: Page) => (await page.locator('code.secret').innerText()).replace(/\s/g, '')
const codesOn = (page: Page) => page.locator('.recovery-codes code').allInnerTexts()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

/** Turns the second step on by the code of the half minute before: those of now and later still work. */
async function turnOn(page: Page, w = wordsOf('en')): Promise<string> {
  await open(page, w.security_factor)
  await fill(page, w.security_password_yours, password)
  await press(page, w.security_factor_start)
  const secret = await secretOn(page)
  const link = page.getByRole('link', { name: w.security_factor_open_app })
  const app = new URL((await link.getAttribute('href')) ?? '')
  expect(app.searchParams.get('secret')).toBe(secret)
  expect(app.searchParams.get('issuer')).toBe(await page.locator('.brand').innerText())
  await fill(page, w.security_factor_code, codeOf(secret, -1))
  await press(page, w.security_factor_confirm)
  await page.getByRole('heading', { name: w.security_codes }).waitFor()
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

  test('a second step is set up, a wrong code on the way, and turned off again', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await pressByKey(page, w.security_factor)
    await typeInto(page, { [w.security_password_yours]: password })
    await pressByKey(page, w.security_factor_start)
    const secret = await secretOn(page)
    await look(page, `second-step-scan-${language}`)
    await typeInto(page, { [w.security_factor_code]: '000000' })
    await pressByKey(page, w.security_factor_confirm)
    await said(page, w.fault_code_not_now)
    expect(await focused(page)).toBe('code')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(codeOf(secret, -1))
    await page.keyboard.press('Enter')
    await said(page, w.security_codes)
    await pressByKey(page, w.security_codes_done)
    await said(page, w.security_factor_codes_left.replace('{count}', '10'))

    await pressByKey(page, w.security_factor_end)
    await typeInto(page, { [w.security_password_yours]: password, [w.security_factor_code]: codeOf(secret) })
    await page.keyboard.press('Enter')
    await said(page, w.security_factor_ended)
  })
})

describe('the codes', () => {
  test('recovery codes show once; codes and recovery codes sign in, each once; wrong ones are told plainly', async () => {
    const customer = await signUpCustomer()
    const page = await enter(room, customer)
    const secret = await turnOn(page)
    const codes = await codesOn(page)
    expect(new Set(codes).size).toBe(10)
    await look(page, 'second-step-recovery-codes')
    await press(page, 'I have kept them')
    await said(page, 'Recovery codes left: 10')
    expect(await codesOn(page)).toEqual([])
    await look(page, 'second-step-on')

    const phone = await openPage('/sign-in/')
    await signIn(phone, customer)
    await phone.getByLabel('Code of six digits').fill('000000')
    await phone.keyboard.press('Enter')
    await said(phone, /This code is not right/)
    await look(phone, 'second-step-sign-in-code')
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
    await look(page, 'second-step-turn-off')
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
    expect(new URL(page.url()).pathname).toBe(room)
    expect(await codesOn(page)).toEqual(after)
  })
})

describe.each(['en', 'fr'] as const)('what matters asks for a code too (%s)', (language) => {
  const w = wordsOf(language)

  test('a new email and deleting the account, by keyboard alone', async () => {
    const customer = await signUpCustomer()
    const page = await enter(room, customer, { locale: `${language}-CA` })
    const secret = await turnOn(page, w)
    const [code = ''] = await codesOn(page)
    await press(page, w.security_codes_done)

    await page.goto('/profile/')
    await pressByKey(page, w.profile_email)
    await typeInto(page, { [w.profile_email_new]: newEmail(), [w.profile_email_password]: password })
    await page.keyboard.press('Enter')
    await said(page, w.code_missing)
    expect(await focused(page)).toBe('otp')
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await said(page, w.fault_code_used)
    expect(await focused(page)).toBe('otp')
    await look(page, `second-step-email-${language}`)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(codeOf(secret))
    await page.keyboard.press('Enter')
    await said(page, w.profile_email_mailed.split('{email}')[0] ?? '')

    await page.goto(room)
    await pressByKey(page, w.security_delete_title)
    await typeInto(page, { [w.security_delete_password]: password, [w.security_factor_code]: codeOf(secret) })
    await page.keyboard.press('Enter')
    await said(page, w.fault_code_used)
    await look(page, `second-step-delete-${language}`)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await said(page, w.security_deleted)
  })
})

test('a second step that was turned on in another tab is asked for all the same', async () => {
  const page = await enter(room, await signUpCustomer())
  await open(page, 'Delete your account')
  await fill(page, 'Type your password to confirm', password)
  const other = await page.context().newPage()
  await other.goto(room)
  const secret = await turnOn(other)
  await page.bringToFront()
  await press(page, 'Delete my account')
  await fill(page, 'Code', codeOf(secret))
  await press(page, 'Delete my account')
  await said(page, /Your account is deleted/)
})
