import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoViolations, openPage, serveAll, signUpCustomer } from './harness.ts'
import { atTheDoor, enter, press, said } from './rooms.ts'

serveAll()

const atHome = (page: Page) => page.getByText('Customer since').waitFor()
const pathOf = (page: Page) => new URL(page.url()).pathname

/** Counts from now on how often the session is made to go on. */
function countRefreshes(context: BrowserContext): () => number {
  let count = 0
  context.on('request', (request) => {
    if (request.url().endsWith('/api/browser/refresh/')) count += 1
  })
  return () => count
}

async function openTab(page: Page, address = '/'): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(address)
  await tab.locator('main.page h1').waitFor()
  return tab
}

/** Later on every clock of this device: no access token lives that long. */
const anHourLater = (page: Page) => page.context().clock.setFixedTime(Date.now() + 3_600_000)

/** What a page asks anew when its connection is back. */
const askAnew = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')))

const profileAsked = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith('/api/customers/profile/') && answer.ok())

describe('going on', () => {
  test('a reload and a new tab keep somebody signed in', async () => {
    const page = await enter('/preferences/', await signUpCustomer())
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Your preferences' }).waitFor()
    const tab = await openTab(page, '/security/')
    expect(pathOf(tab)).toBe('/security/')
  })

  test('an access token that is over is renewed without anybody noticing', async () => {
    const page = await enter('/', await signUpCustomer())
    await atHome(page)
    const refreshes = countRefreshes(page.context())
    await anHourLater(page)
    await page.getByRole('link', { name: 'Profile' }).click()
    await page.getByLabel('City').fill('Ajax')
    await press(page, 'Save')
    await said(page, 'Your profile is saved.')
    expect(refreshes()).toBe(1)
  })

  test('one that the server no longer takes is renewed too, and what was asked is asked again', async () => {
    const page = await enter('/profile/', await signUpCustomer())
    await page.getByLabel('City').fill('Ajax')
    const refreshes = countRefreshes(page.context())
    await page.route('**/api/customers/profile/', async (route) => {
      if (refreshes() > 0) return route.continue()
      await route.fulfill({
        status: 401,
        headers: { 'www-authenticate': 'Bearer realm="api"' },
        json: { detail: 'The token is over.', code: 'not_authenticated' },
      })
    })
    await press(page, 'Save')
    await said(page, 'Your profile is saved.')
    expect(refreshes()).toBe(1)
  })

  test('of many tabs that need a new token at one moment, one asks for all', async () => {
    const page = await enter('/', await signUpCustomer())
    await atHome(page)
    const tabs = [page]
    while (tabs.length < 4) tabs.push(await openTab(page))
    for (const tab of tabs) await atHome(tab)
    const refreshes = countRefreshes(page.context())
    await anHourLater(page)
    const answers = tabs.map(profileAsked)
    await Promise.all(tabs.map(askAnew))
    await Promise.all(answers)
    expect(refreshes()).toBe(1)
  })
})

test('no script can read the refresh token, and none keeps the other', async () => {
  const customer = await signUpCustomer()
  const page = await openPage('/sign-in/')
  const answering = page.waitForResponse('**/api/browser/login/')
  await page.locator('input[name="email"]').fill(customer.email)
  await page.locator('input[name="password"]').fill(customer.password)
  await page.keyboard.press('Enter')
  const answer = await (await answering).json()
  await atHome(page)
  const readable = await page.evaluate(async () =>
    JSON.stringify([
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  )
  const cookies = await page.context().cookies()
  expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })])
  expect(readable).not.toContain(cookies[0]?.value)
  expect(readable).not.toContain(answer.access)
  expect(JSON.stringify(answer)).not.toContain(cookies[0]?.value)
  expect(Object.keys(answer)).not.toContain('refresh')
})

describe('the end', () => {
  test('signing out in one tab signs out the others, and none of it comes back', async () => {
    const page = await enter('/', await signUpCustomer())
    const other = await openTab(page, '/profile/')
    await page.bringToFront()
    await press(page, 'Sign out')
    await said(page, 'You are signed out. See you soon!')
    await atTheDoor(other)
    await said(other, 'You were signed out.')
    await expectNoViolations(other)
    expect(await page.context().cookies()).toEqual([])
    await other.goto('/profile/')
    await atTheDoor(other)
  })

  test('somebody signed out from elsewhere comes to the door, hears why, and goes on where they were', async () => {
    const customer = await signUpCustomer()
    const page = await enter('/profile/', customer)
    await page.getByLabel('City').waitFor()
    const elsewhere = await enter('/security/', customer)
    await press(elsewhere, 'Sign out everywhere')
    await press(elsewhere, 'Yes, sign out everywhere')
    await atTheDoor(elsewhere)

    await page.getByRole('link', { name: 'Preferences' }).click()
    await atTheDoor(page)
    await said(page, 'You were signed out. Sign in again to go on.')
    await page.locator('input[name="email"]').fill(customer.email)
    await page.locator('input[name="password"]').fill(customer.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Your preferences' }).waitFor()
  })

  test('who signs in next on this device sees nothing of the one before', async () => {
    const page = await enter('/', await signUpCustomer({ first_name: 'Ngozi' }))
    await page.getByRole('heading', { name: /Ngozi/ }).waitFor()
    const other = await openTab(page)
    await press(other, 'Sign out')
    await atTheDoor(other)
    await atTheDoor(page)
    const next = await signUpCustomer({ first_name: 'Baraka' })
    await other.locator('input[name="email"]').fill(next.email)
    await other.locator('input[name="password"]').fill(next.password)
    await other.keyboard.press('Enter')
    await other.getByRole('heading', { name: /Baraka/ }).waitFor()
    await page.getByRole('heading', { name: /Baraka/ }).waitFor()
    expect(await page.getByText('Ngozi').count()).toBe(0)
  })

  test('without a connection nobody is signed out, and the page says what holds it up', async () => {
    const page = await enter('/', await signUpCustomer())
    await atHome(page)
    await page.context().setOffline(true)
    await press(page, 'Sign out')
    await said(page, /No connection to the store/)
    await page.context().setOffline(false)
    await page.reload()
    await atHome(page)
  })
})
