import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askApi, mailTo, serveAll, serverDatabase, signUpCustomer, tabTo } from './harness.ts'
import { enter, look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const room = '/preferences/'
const choice = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const channel = (page: Page, name: string) => page.getByRole('switch', { name, exact: true })

/** Waits until the store has written a change, by what it answers. */
const written = (page: Page) =>
  page
    .waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
    .then((answer) => answer.json())

describe.each([
  ['en', 'Halal', 'Plantain'],
  ['fr', 'Halal', 'Plantain'],
] as const)('by keyboard alone, on a phone (%s)', (language, diet, favourite) => {
  const w = wordsOf(language)

  test('choices, own words and a channel are saved as they are made', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await choice(page, diet).waitFor()
    await tabTo(page, diet)
    let saving = written(page)
    await page.keyboard.press('Space')
    expect(await saving).toMatchObject({ dietary_preferences: 'Halal' })
    await tabTo(page, w.preferences_diet_remark)
    await page.keyboard.type('egusi, but mild')
    saving = written(page)
    await page.keyboard.press('Tab')
    expect(await saving).toMatchObject({ dietary_preferences: 'Halal, egusi, but mild' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('label')?.textContent))
      .toBe(favourite)
    saving = written(page)
    await page.keyboard.press('Space')
    expect(await saving).toMatchObject({ favorite_products: 'Plantain' })
    await tabTo(page, w.preferences_sms)
    saving = written(page)
    await page.keyboard.press('Space')
    await saving
    await said(page, w.preferences_saved)
    const before = await channel(page, w.preferences_sms).isChecked()
    await page.reload()
    await choice(page, diet).waitFor()
    expect(await choice(page, diet).isChecked()).toBe(true)
    expect(await page.getByLabel(w.preferences_diet_remark).inputValue()).toBe('egusi, but mild')
    expect(await channel(page, w.preferences_sms).isChecked()).toBe(before)
  })
})

test('each change can be taken back', async () => {
  const page = await enter(room, await signUpCustomer())
  await choice(page, 'No nuts').check()
  await said(page, 'Saved.')
  await look(page, 'preferences-saved')
  await press(page, 'Undo')
  await said(page, 'As it was before.')
  expect(await choice(page, 'No nuts').isChecked()).toBe(false)
  await page.reload()
  await choice(page, 'No nuts').waitFor()
  expect(await choice(page, 'No nuts').isChecked()).toBe(false)
})

test('a choice made in English is known on the French page', async () => {
  const page = await enter(room, await signUpCustomer())
  await choice(page, 'No nuts').check()
  await said(page, 'Saved.')
  await page.getByLabel('These pages').selectOption('fr')
  await page.getByRole('heading', { level: 1, name: 'Vos préférences' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
  await expect.poll(() => choice(page, 'Sans noix').isChecked()).toBe(true)
  await look(page, 'preferences-french')
  await page.getByRole('link', { name: 'Sécurité' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sécurité' }).waitFor()
})

test('the language of the messages is another one than that of the pages', async () => {
  const page = await enter(room, await signUpCustomer())
  const saving = written(page)
  await page.getByLabel('Messages from the store').selectOption('yo')
  expect(await saving).toMatchObject({ preferred_language: 'yo' })
  await page.reload()
  expect(await page.getByLabel('Messages from the store').inputValue()).toBe('yo')
  await page.getByRole('heading', { level: 1, name: 'Your preferences' }).waitFor()
})

test('a text message needs a number: the page says so and leads to the field', async () => {
  const page = await enter(room, await signUpCustomer())
  const sms = channel(page, 'Text message')
  await sms.setChecked(true)
  await said(page, 'We have no phone number of yours yet.')
  await look(page, 'preferences-no-phone')
  await page.getByRole('link', { name: 'Add one' }).click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
    .toBe('phone_number')
})

test('quick presses are all saved, in their order', async () => {
  const customer = await signUpCustomer()
  const page = await enter(room, customer)
  for (const name of ['Halal', 'Vegan', 'No pork', 'No nuts', 'Vegan']) await choice(page, name).click()
  const { pool } = serverDatabase()
  const kept = () =>
    pool
      .query('select dietary_preferences from customers where email = $1', [customer.email])
      .then(({ rows }) => rows[0].dietary_preferences)
  await expect.poll(kept).toBe('Halal, No pork, No nuts')
  expect(await choice(page, 'Vegan').isChecked()).toBe(false)
})

test('what could not be saved is as it was, and why is said', async () => {
  const page = await enter(room, await signUpCustomer())
  await choice(page, 'Halal').waitFor()
  await page.context().setOffline(true)
  await choice(page, 'Halal').click()
  await said(page, /No connection to the store/)
  await expect.poll(() => choice(page, 'Halal').isChecked()).toBe(false)
  await look(page, 'preferences-offline')
  await page.context().setOffline(false)
  await choice(page, 'Halal').click()
  await said(page, 'Saved.')
})

describe('who chooses another language for the pages', () => {
  const speak = async (page: Page, language: string) => {
    await press(page, language)
    await page.locator(`html[lang="${language === 'English' ? 'en' : 'fr'}"]`).waitFor()
    await page.locator('main.page h1').waitFor()
  }

  test('gets mails in it with one press, if they like', async () => {
    const { email, password } = await signUpCustomer()
    const page = await enter('/', { email, password })
    await speak(page, 'Français')
    await said(page, /recevoir les courriels du magasin en français/)
    await look(page, 'mails-too-french')
    await pressByKey(page, 'Courriels en français')
    await said(page, /arrivent désormais en français/)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('notice-good')
    await askApi('POST', '/api/customers/password-reset/', { email })
    expect((await mailTo(email, 'reset-password')).subject).toBe('Choisissez un nouveau mot de passe')

    await page.getByRole('link', { name: 'Préférences' }).click()
    await page.getByRole('heading', { level: 1, name: 'Vos préférences' }).waitFor()
    expect(await page.getByLabel('Messages du magasin').inputValue()).toBe('fr')
    await page.reload()
    await page.getByLabel('Messages du magasin').waitFor()
    expect(await page.getByText(/Ces pages parlent/).count()).toBe(0)
  })

  test('is not asked again after declining, and keeps the mails as they are', async () => {
    const page = await enter('/preferences/', await signUpCustomer())
    await speak(page, 'Français')
    await pressByKey(page, 'Non, merci')
    await expect.poll(() => page.getByText(/Ces pages parlent/).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await speak(page, 'English')
    await speak(page, 'Français')
    await page.getByLabel('Messages du magasin').waitFor()
    expect(await page.getByLabel('Messages du magasin').inputValue()).toBe('en')
    expect(await page.getByText(/Ces pages parlent/).count()).toBe(0)
  })

  test('hears why it could not be saved, and can press again', async () => {
    const page = await enter('/', await signUpCustomer())
    await speak(page, 'Français')
    await page.getByRole('button', { name: 'Courriels en français' }).waitFor()
    await page.context().setOffline(true)
    await press(page, 'Courriels en français')
    await said(page, /Aucune connexion avec le magasin. Vérifiez/)
    await page.context().setOffline(false)
    await press(page, 'Courriels en français')
    await said(page, /arrivent désormais en français/)
  })
})
