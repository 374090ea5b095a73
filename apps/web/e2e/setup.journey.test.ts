import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import {
  expectNoViolations,
  newEmail,
  openPage,
  password,
  printedSetupLink,
  serveAll,
  serverDatabase,
  tabTo,
  typeInto,
} from './harness.ts'
import { ownerless } from './real-server.ts'
import { look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll(ownerless)

/** The link is made from the database, not kept: without an owner it works again. */
afterEach(async () => {
  const { pool } = serverDatabase()
  await pool.query("update customers set role = null where role = 'owner'")
})

const current = (page: Page, step: string) =>
  page.locator('.steps [aria-current="step"]').filter({ hasText: step }).waitFor()
const inConsole = (page: Page) => page.waitForURL('**/admin/**')
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)

async function fillYou(page: Page, email = newEmail()): Promise<void> {
  await fill(page, 'First name', 'Adé')
  await fill(page, 'Email', email)
  await fill(page, 'Password', password)
  await press(page, 'Continue')
  await current(page, 'Your store')
}

async function storeSays(): Promise<Record<string, unknown>> {
  const { pool } = serverDatabase()
  const { rows } = await pool.query('select name, language, time_zone, currency from store_settings')
  return rows[0]
}

const countCustomers = async (): Promise<number> => {
  const { rows } = await serverDatabase().pool.query('select count(*)::int as count from customers')
  return rows[0].count
}

describe.each(['en', 'fr'] as const)('by keyboard alone, on a phone (%s)', (language) => {
  const w = wordsOf(language)

  test('the printed link opens the store: its owner, its name and how it counts', async () => {
    const page = await openPage(printedSetupLink(), { locale: `${language}-CA` })
    const email = newEmail()
    await typeInto(page, {
      [w.first_name]: 'Adé',
      [w.last_name]: 'Ògúnbánjọ',
      [w.email]: email,
      [w.password]: password,
    })
    await pressByKey(page, w.next_step)
    await current(page, w.setup_store)
    await page.keyboard.type(`Mama Adé (${language})`)
    await tabTo(page, w.store_currency)
    await page.keyboard.type(language === 'en' ? 'Ghan' : 'cedi')
    await pressByKey(page, w.next_step)
    await current(page, w.setup_start)
    await pressByKey(page, w.setup_action)
    await inConsole(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await storeSays()).toEqual({
      name: `Mama Adé (${language})`,
      language,
      time_zone: 'America/Toronto',
      currency: 'GHS',
    })
    await page.goto('/')
    await page.locator('.card-name').filter({ hasText: 'Adé Ògúnbánjọ' }).waitFor()
    expect(await page.locator('.brand').innerText()).toBe(`Mama Adé (${language})`)
  })
})

describe('the first run', () => {
  test('what a step lacks is said before it is left, and going back keeps what was typed', async () => {
    const page = await openPage(printedSetupLink())
    await press(page, 'Continue')
    await said(page, 'Please fill this in.')
    await look(page, 'setup-you-empty')
    await fill(page, 'First name', 'Abimbola')
    await fill(page, 'Email', 'abimbola')
    await fill(page, 'Password', 'Abimbola-1')
    const rule = page.locator('.advice li').filter({ hasText: 'not like your name' })
    expect(await rule.getAttribute('data-kept')).toBe('false')
    await press(page, 'Continue')
    await said(page, /not a whole email/)
    await said(page, /Too much like your name/)
    await look(page, 'setup-you-refused')
    await fill(page, 'Email', newEmail())
    await fill(page, 'Password', password)
    await press(page, 'Continue')
    await current(page, 'Your store')
    expect(await page.getByLabel('Currency').locator('option').count()).toBeGreaterThan(100)
    await look(page, 'setup-store')
    await press(page, 'Back')
    expect(await page.getByLabel('First name').inputValue()).toBe('Abimbola')
    await press(page, 'Continue')
    await press(page, 'Continue')
    await said(page, 'Please fill this in.')
    await fill(page, 'Name of the store', 'Abi’s Kitchen Cupboard')
    await press(page, 'Continue')
    await current(page, 'First day')
    await look(page, 'setup-first-day')
  })

  test('what only the server knows leads back to the step that it is about', async () => {
    const page = await openPage(printedSetupLink(), { width: 820 })
    await fill(page, 'First name', 'Adé')
    await fill(page, 'Email', newEmail())
    await fill(page, 'Password', 'P@ssw0rd1!')
    await press(page, 'Continue')
    await fill(page, 'Name of the store', 'Mama Adé')
    await press(page, 'Continue')
    await press(page, 'Open the store')
    await said(page, /is guessed first/)
    await current(page, 'You')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('password')
  })

  test('made-up people come in when they are wanted', async () => {
    const page = await openPage(printedSetupLink(), { width: 1440 })
    const before = await countCustomers()
    await fillYou(page)
    await fill(page, 'Name of the store', 'Mama Adé')
    await page.getByLabel('Language', { exact: true }).selectOption('fr')
    await page.getByLabel('Time zone').selectOption('America/Halifax')
    await press(page, 'Continue')
    await page.getByRole('radio', { name: /made-up people/ }).check()
    await press(page, 'Open the store')
    await inConsole(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await storeSays()).toMatchObject({ language: 'fr', time_zone: 'America/Halifax', currency: 'CAD' })
    expect(await countCustomers()).toBeGreaterThan(before + 10)
  })
})

describe('a link that does not open the store', () => {
  test('the link works once, also for somebody who had the page open', async () => {
    const [page, late] = await Promise.all([openPage(printedSetupLink()), openPage(printedSetupLink())])
    for (const one of [page, late]) {
      await fillYou(one)
      await fill(one, 'Name of the store', 'Mama Adé')
      await press(one, 'Continue')
    }
    await press(page, 'Open the store')
    await inConsole(page)
    await press(late, 'Open the store')
    await said(late, 'This link is no longer good')
    await look(late, 'setup-closed')

    const again = await openPage(printedSetupLink())
    await said(again, 'This link is no longer good')
    await again.getByRole('link', { name: 'Sign in' }).click()
    await again.waitForURL('**/sign-in/')
  })

  test.each(['/setup/?token=mistyped', '/setup/?token=', '/setup/'])('%s says so', async (address) => {
    const page = await openPage(address)
    await said(page, 'This link is no longer good')
    await said(page, /start the server again: it shows a new link/)
    await expectNoViolations(page)
  })

  test('without a connection it can be tried again', async () => {
    const page = await openPage('/sign-in/')
    await page.route('**/api/browser/setup/**', (route) => route.abort())
    await page.goto(printedSetupLink())
    await said(page, /No connection to the store/)
    await page.unroute('**/api/browser/setup/**')
    await press(page, 'Try again')
    await page.getByLabel('First name').waitFor()
  })
})

test('where no made-up people are to be had, none are offered', async () => {
  const page = await openPage('/sign-in/')
  await page.route('**/api/browser/setup/**', (route) =>
    route.fulfill({ json: { is_open: true, offers_demo: false } }),
  )
  await page.goto(printedSetupLink())
  await fillYou(page)
  await fill(page, 'Name of the store', 'Mama Adé')
  await page.getByRole('button', { name: 'Open the store' }).waitFor()
  expect(await page.locator('.steps li').count()).toBe(2)
})
