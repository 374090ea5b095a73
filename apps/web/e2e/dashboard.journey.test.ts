import type { Page } from 'playwright-core'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { listMails } from '../../server/src/platform/mail/development-mailbox.ts'
import { darkModules } from '../src/lib/qr-code.fixture.ts'
import {
  askApi,
  linkMailedTo,
  openPage,
  password,
  screenshot,
  serveAll,
  serverDatabase,
  signUpCustomer,
} from './harness.ts'
import { owner } from './real-server.ts'
import { enter, look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const number = (page: Page, label: string) =>
  page.locator('.numbers > div').filter({ hasText: label }).locator('dd').innerText()
const pathOf = (page: Page) => new URL(page.url()).pathname

async function rowOf(email: string): Promise<{ id: string }> {
  const { rows } = await serverDatabase().pool.query('select id from customers where email = $1', [email])
  return rows[0]
}

const countMailsTo = async (address: string): Promise<number> =>
  (await listMails(serverDatabase().db)).filter(({ recipient }) => recipient === address).length

/** The modules that are dark in the QR code of this text. */
function modulesOf(text: string): string[] {
  const { data } = encode(text, { ecc: 'M', border: 3 })
  return data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
}

describe.each(['en', 'fr'] as const)('by keyboard alone, on a phone (%s)', (language) => {
  const w = wordsOf(language)

  test('after the first sign-in: the card, its code, the numbers and what is good to add', async () => {
    const customer = await signUpCustomer({ first_name: 'Kwame', last_name: 'Mensah' })
    const page = await enter('/', customer, { locale: `${language}-CA` })
    await said(page, w.dashboard_since)
    expect(await page.locator('.card-name').innerText()).toBe('Kwame Mensah')
    expect(await number(page, w.dashboard_points)).toBe('0')
    expect(await number(page, w.dashboard_purchases)).toBe('0')
    const month = new Intl.DateTimeFormat(`${language}-CA`, { month: 'long', year: 'numeric' }).format(
      new Date(),
    )
    expect((await number(page, w.dashboard_since)).toLowerCase()).toBe(month.toLowerCase())

    const { id } = await rowOf(customer.email)
    await pressByKey(page, w.dashboard_larger)
    const code = page.getByRole('dialog').getByRole('img', { name: w.dashboard_code })
    const drawing = await code.locator('path').getAttribute('d')
    expect(darkModules(String(drawing))).toEqual(modulesOf(`crm:${id}`))
    await look(page, `dashboard-card-${language}`)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await look(page, `dashboard-${language}`)
    await pressByKey(page, w.dashboard_add_phone)
    await page.getByLabel(w.profile_phone, { exact: true }).waitFor()
    expect(pathOf(page)).toBe('/profile/')
  })
})

describe('the numbers', () => {
  test('are those that the store keeps, written as people read them', async () => {
    const customer = await signUpCustomer()
    const { pool } = serverDatabase()
    await pool.query(
      "update customers set loyalty_points = 12345, total_purchases = 67, date_joined = '2019-03-05T12:00Z' where email = $1",
      [customer.email],
    )
    const page = await enter('/', customer, { locale: 'fr-CA' })
    await said(page, 'Client depuis')
    expect((await number(page, 'Points')).replace(/\s/g, ' ')).toBe('12 345')
    expect(await number(page, 'Achats')).toBe('67')
    expect(await number(page, 'Client depuis')).toBe('Mars 2019')
  })

  test('while they are on their way their place is kept; what went wrong can be tried again', async () => {
    const customer = await signUpCustomer()
    const page = await enter('/preferences/', customer)
    await said(page, 'What you eat')
    let answer: 'late' | 'fault' | 'right' = 'late'
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/api/customers/profile/', async (route) => {
      if (answer === 'late') await held
      if (answer === 'right') return route.continue()
      await route.fulfill({
        status: 500,
        json: { detail: 'Something broke.', code: 'internal_error', request_id: 'abc-123' },
      })
    })
    await page.goto('/')
    await page.locator('.numbers .skeleton').first().waitFor()
    expect(await page.locator('.numbers dd').count()).toBe(0)
    expect(await page.locator('.card-name').innerText()).toBe('Ọlá Adébáyọ̀')
    await look(page, 'dashboard-loading')
    answer = 'fault'
    goOn()
    await said(page, /tell the store this number: abc-123/)
    await look(page, 'dashboard-fault')
    answer = 'right'
    await press(page, 'Try again')
    await said(page, 'Customer since')
    expect(await page.getByText('abc-123').count()).toBe(0)
  })

  test('without a connection what is known stays, and it goes on by itself', async () => {
    const page = await enter('/', await signUpCustomer())
    await said(page, 'Customer since')
    // Every size has its pictures before the line breaks.
    await screenshot(page, 'dashboard')
    await page.context().setOffline(true)
    await said(page, /No connection to the store/)
    expect(await number(page, 'Points')).toBe('0')
    await look(page, 'dashboard-offline')
    await page.context().setOffline(false)
    await expect.poll(() => page.getByText(/No connection to the store/).count()).toBe(0)
  })
})

describe('what is new', () => {
  const lines = (page: Page) => page.locator('.news li')
  const asOwner = async (method: string, address: string, body: unknown) => {
    const { tokens } = await askApi('POST', '/api/customers/login/', owner)
    return askApi(method, `/api/customers/admin/customers/${address}`, body, tokens.access)
  }

  test.each(['en', 'fr'] as const)(
    'the last things by oneself and the store, and the way to all (%s)',
    async (language) => {
      const w = wordsOf(language)
      const customer = await signUpCustomer()
      for (const city of ['Ajax', 'Whitby']) await asOwner('PATCH', `${customer.id}/`, { city })
      const page = await enter('/', customer, { locale: `${language}-CA` })
      await lines(page).first().waitFor()
      expect(await page.locator('.news li > span').allInnerTexts()).toEqual([
        w.activity_new_device,
        w.activity_profile_by_store,
        w.activity_registered,
      ])
      const year = String(new Date().getFullYear())
      expect(await lines(page).first().locator('time').innerText()).toContain(year)
      await look(page, `dashboard-news-${language}`)
      await page.getByRole('link', { name: w.news_all }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: w.security_title }).waitFor()
      await said(page, w.activity_end)
      await expect.poll(() => lines(page).count()).toBe(4)
      await look(page, `security-activity-${language}`)
    },
  )

  test('the longer list comes a page at a time, and what went wrong can be tried again', async () => {
    const customer = await signUpCustomer()
    for (let change = 0; change < 30; change++)
      await asOwner('PATCH', `${customer.id}/`, { city: `Ajax ${change}` })
    const page = await enter('/security/', customer)
    await page.getByRole('heading', { level: 2, name: 'What happened to your account' }).click()
    await expect.poll(() => lines(page).count()).toBe(20)
    await page.route('**/activity/?cursor=*', (route) => route.abort(), { times: 1 })
    await press(page, 'Show more')
    await said(page, /No connection to the store/)
    await press(page, 'Show more')
    await expect.poll(() => lines(page).count()).toBe(32)
    await said(page, 'That is everything.')
  })

  test('its place is kept while it is on its way; a fault is told, and nothing yet too', async () => {
    const customer = await signUpCustomer()
    const page = await enter('/profile/', customer)
    let answer: 'fault' | 'empty' | 'right' = 'fault'
    await page.route('**/api/customers/activity/', async (route) => {
      if (answer === 'right') return route.continue()
      if (answer === 'empty') return route.fulfill({ json: { results: [], next_cursor: null } })
      await route.fulfill({ status: 500, json: { detail: 'Something broke.', request_id: 'abc-123' } })
    })
    await page.goto('/')
    const card = page.locator('.whats-new')
    await card.getByText(/tell the store this number: abc-123/).waitFor()
    await look(page, 'dashboard-news-fault')
    answer = 'empty'
    await card.getByRole('button', { name: 'Try again' }).click()
    await card.getByText('Nothing yet.').waitFor()
    await look(page, 'dashboard-news-empty')
    answer = 'right'
    await page.reload()
    await lines(page).first().waitFor()
  })
})

test('the note about the mail is there until the link in it is followed', async () => {
  const customer = await signUpCustomer()
  const page = await enter('/', customer)
  await said(page, 'Please confirm your email')
  await press(page, 'Mail it again')
  await said(page, `A new link is on its way to ${customer.email}.`)
  await expect.poll(() => countMailsTo(customer.email)).toBe(2)
  const mailed = await openPage(await linkMailedTo(customer.email, 'verify-email'))
  await press(mailed, 'Verify my email')
  await said(mailed, 'Your email is verified')
  await page.reload()
  await said(page, 'Customer since')
  await expect.poll(() => page.getByText('Please confirm your email').count()).toBe(0)
})

test('who has told everything is offered nothing more', async () => {
  const customer = await signUpCustomer({ phone_number: '+14165550123' })
  const page = await enter('/preferences/', { email: customer.email, password })
  await page.getByRole('checkbox', { name: 'Halal', exact: true }).check()
  await said(page, 'Saved.')
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('link', { name: 'Add a picture' }).waitFor()
  expect(await page.locator('.hints li').count()).toBe(1)
})
