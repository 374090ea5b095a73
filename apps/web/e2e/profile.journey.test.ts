import type { Dialog, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  linkMailedTo,
  newEmail,
  openPage,
  password,
  serveAll,
  signUpCustomer,
  tabTo,
  typeInto,
} from './harness.ts'
import { enter, look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const room = '/profile/'
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const fill = (page: Page, label: string, text: string) => field(page, label).fill(text)
const shown = (page: Page, label: string) => field(page, label).inputValue()
const pathOf = (page: Page) => new URL(page.url()).pathname
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

/** Leaves in this way, answers the question, and tells what was asked. */
async function leave(page: Page, go: () => Promise<unknown>, answer: 'accept' | 'dismiss'): Promise<string> {
  const [dialog] = await Promise.all([
    new Promise<Dialog>((resolve) =>
      page.once('dialog', async (asked) => {
        await asked[answer]()
        resolve(asked)
      }),
    ),
    go(),
  ])
  return dialog.message()
}

describe.each(['en', 'fr'] as const)('by keyboard alone, on a phone (%s)', (language) => {
  const w = wordsOf(language)

  test('phone and address are written as people read them, saved, and still there after a reload', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await typeInto(page, { [w.profile_phone]: '4165550123' })
    expect(await shown(page, w.profile_phone)).toBe('416 555-0123')
    await typeInto(page, { [w.profile_street]: '12 rue des Manguiers', [w.profile_city]: 'Toronto' })
    await tabTo(page, w.profile_province)
    await page.keyboard.type('Ontario')
    await typeInto(page, { [w.profile_postal_code]: 'm5v2t6' })
    expect(await shown(page, w.profile_postal_code)).toBe('M5V 2T6')
    await said(page, w.profile_unsaved)
    await pressByKey(page, w.profile_save)
    await said(page, w.profile_saved)
    expect(await page.getByText(w.profile_unsaved).count()).toBe(0)
    await page.reload()
    await field(page, w.profile_phone).waitFor()
    expect(await shown(page, w.profile_phone)).toBe('+1 416 555-0123')
    expect(await shown(page, w.profile_province)).toBe('Ontario')
    expect(await shown(page, w.profile_postal_code)).toBe('M5V 2T6')
  })
})

describe('what is typed', () => {
  test('an unfinished phone and postal code are told when the field is left; another country has its own way', async () => {
    const page = await enter(room, await signUpCustomer())
    await look(page, 'profile')
    await fill(page, 'Phone', '416 555')
    await fill(page, 'Postal code', 'M5V')
    await field(page, 'City').focus()
    await said(page, /This number is not complete/)
    await said(page, /looks like M5V 2T6/)
    await look(page, 'profile-unfinished')
    await fill(page, 'Phone', '+233 24 412 3456')
    await fill(page, 'Country', 'Ghana')
    await field(page, 'State or region').waitFor()
    expect(await page.getByText(/is not complete|looks like M5V/).count()).toBe(0)
    await press(page, 'Save')
    await said(page, 'Your profile is saved.')
  })

  test('what the store refuses is told beside its field, and nothing is saved', async () => {
    const page = await enter(room, await signUpCustomer())
    await fill(page, 'First name', '')
    await fill(page, 'Phone', '416 555 01')
    await fill(page, 'Date of birth', '1899-12-31')
    await press(page, 'Save')
    await said(page, /fill this in/)
    await said(page, /from 1900 to today/)
    expect(await focused(page)).toBe('first_name')
    await look(page, 'profile-refused')
    await leave(page, () => page.reload(), 'accept')
    await field(page, 'First name').waitFor()
    expect(await shown(page, 'First name')).toBe('Ọlá')
  })
})

describe('what is not saved yet', () => {
  test('is asked about before a link, the button of the browser, a reload or signing out drops it', async () => {
    const page = await enter('/', await signUpCustomer())
    await page.getByRole('link', { name: 'Profile' }).click()
    await fill(page, 'City', 'Ajax')
    const question = /not saved/
    expect(await leave(page, () => page.getByRole('link', { name: 'Home' }).click(), 'dismiss')).toMatch(
      question,
    )
    expect(await leave(page, () => page.evaluate(() => history.back()), 'dismiss')).toMatch(question)
    await expect.poll(() => pathOf(page)).toBe(room)
    expect(await leave(page, () => press(page, 'Sign out'), 'dismiss')).toMatch(question)
    await leave(page, () => page.evaluate(() => setTimeout(() => location.reload())), 'dismiss')
    expect(await shown(page, 'City')).toBe('Ajax')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your profile')

    expect(await leave(page, () => page.evaluate(() => history.back()), 'accept')).toMatch(question)
    await said(page, 'Customer since')
    expect(pathOf(page)).toBe('/')
    await page.goForward()
    await field(page, 'City').waitFor()
    expect(await shown(page, 'City')).toBe('')
  })

  test('is asked about once when somebody signs out all the same', async () => {
    const page = await enter(room, await signUpCustomer())
    await fill(page, 'City', 'Ajax')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.accept()
    })
    await press(page, 'Sign out')
    await said(page, /You are signed out/)
    expect(asked).toHaveLength(1)
  })

  test('is not asked about once it is saved, or typed back as it was', async () => {
    const page = await enter(room, await signUpCustomer({ city: 'Oshawa' }))
    page.on('dialog', (dialog) => expect.unreachable(dialog.message()))
    await fill(page, 'City', 'Ajax')
    await fill(page, 'City', 'Oshawa')
    await page.getByRole('link', { name: 'Home' }).click()
    await said(page, 'Customer since')
    await page.getByRole('link', { name: 'Profile' }).click()
    await fill(page, 'City', 'Ajax')
    await press(page, 'Save')
    await said(page, 'Your profile is saved.')
    await page.getByRole('link', { name: 'Home' }).click()
    await said(page, 'Customer since')
  })

  test('without a connection it stays on the page, and is saved when there is one', async () => {
    const page = await enter(room, await signUpCustomer())
    await fill(page, 'City', 'Ajax')
    await page.context().setOffline(true)
    await press(page, 'Save')
    await said(page, /No connection to the store/)
    await look(page, 'profile-offline')
    await page.context().setOffline(false)
    expect(await shown(page, 'City')).toBe('Ajax')
    await press(page, 'Save')
    await said(page, 'Your profile is saved.')
  })
})

test('two tabs change one profile: each shows what the other saved, and drops none of it', async () => {
  const one = await enter(room, await signUpCustomer({ city: 'Oshawa' }))
  const other = await one.context().newPage()
  await other.goto(room)
  await field(other, 'City').waitFor()
  await fill(other, 'Street and number', '12 Mango Avenue')
  await fill(one, 'City', 'Ajax')
  await press(one, 'Save')
  await said(one, 'Your profile is saved.')
  await expect.poll(() => shown(other, 'City')).toBe('Ajax')
  expect(await shown(other, 'Street and number')).toBe('12 Mango Avenue')
  await press(other, 'Save')
  await said(other, 'Your profile is saved.')
  await expect.poll(() => shown(one, 'Street and number')).toBe('12 Mango Avenue')

  await fill(other, 'First name', 'Temi')
  await fill(other, 'City', 'Whitby')
  await press(other, 'Save')
  await expect.poll(() => shown(one, 'City')).toBe('Whitby')
  await one.getByRole('link', { name: 'Home' }).click()
  await one.getByRole('heading', { level: 1, name: /Temi/ }).waitFor()
})

test('a new email asks for the password, and counts once the link mailed to it is followed', async () => {
  const customer = await signUpCustomer()
  const page = await enter(room, customer)
  await page.getByRole('heading', { level: 2, name: 'Email' }).click()
  await fill(page, 'New email', customer.email)
  await fill(page, 'Your password', password)
  await press(page, 'Mail the link')
  await said(page, 'This is your email already.')
  const email = newEmail()
  await fill(page, 'New email', email)
  await fill(page, 'Your password', 'Not-The-One-1!')
  await press(page, 'Mail the link')
  await said(page, 'This is not your password.')
  await look(page, 'profile-email')
  await fill(page, 'Your password', password)
  await press(page, 'Mail the link')
  await said(page, `A link is on its way to ${email}`)

  const mailed = await openPage(await linkMailedTo(email, 'verify-email'))
  await press(mailed, 'Verify my email')
  await said(mailed, 'Your email is verified')
  const again = await enter(room, { email, password })
  await said(again, email)
})

describe('what the home page asks for', () => {
  const focusedName = (page: Page) =>
    page.evaluate(() => {
      const { activeElement } = document
      const { top, bottom } = activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
      const isInView = top >= 0 && bottom <= innerHeight
      const name = activeElement?.getAttribute('name') ?? activeElement?.textContent
      const isMarked = activeElement?.matches(':focus-visible')
      return isInView && isMarked ? name : `${name} at ${top} of ${innerHeight}, marked ${isMarked}`
    })

  test('is in view and has the focus, by keyboard and by mouse, also when the page is there already', async () => {
    const page = await enter('/', await signUpCustomer())
    await pressByKey(page, 'Add your phone number')
    await expect.poll(() => focusedName(page)).toBe('phone_number')
    await look(page, 'profile-phone-asked')
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('link', { name: 'Add a picture' }).click()
    await expect.poll(() => focusedName(page)).toBe('Choose a picture')
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('link', { name: 'Add your phone number' }).click()
    await expect.poll(() => focusedName(page)).toBe('phone_number')
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('link', { name: 'Tell us what you like' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('label')?.textContent))
      .toBe('Halal')
    await page.getByRole('link', { name: 'Security' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('has the focus where the page loads cold, and after signing in', async () => {
    const customer = await signUpCustomer()
    const page = await enter('/', customer)
    await page.goto('/profile/#phone_number')
    await expect.poll(() => focusedName(page)).toBe('phone_number')
    const visitor = await openPage('/profile/#phone_number')
    await visitor.locator('input[name="email"]').fill(customer.email)
    await visitor.locator('input[name="password"]').fill(customer.password)
    await visitor.keyboard.press('Enter')
    await expect.poll(() => focusedName(visitor)).toBe('phone_number')
  })
})
