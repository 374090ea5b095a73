import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newEmail, openPage, password, serveAll, type View } from './harness.ts'
import { payloads } from './hostile-text.payloads.ts'
import { owner } from './real-server.ts'

serveAll()

const all = payloads.join('\n')
const worst = '</script><img src=x onerror=ran()>'
const customers = '/api/customers/admin/customers/'

/** Nothing of these is ever on a page of ours. */
const planted = [
  ...['onerror', 'onload', 'onfocus', 'ontoggle', 'onclick', 'onmouseover', 'onbegin', 'onstart'],
  ...['onanimationstart', 'srcdoc'],
].map((attribute) => `[${attribute}]`)
const foreign = [...planted, 'iframe', 'object', 'embed', 'base', 'marquee', '[href^="javascript:" i]'].join()

/** A page that tells of every script that ran, be it now or later. */
async function open(address: string, view: View) {
  const page = await openPage(address, { width: 1440, ...view })
  let runs = 0
  await page.exposeFunction('ran', () => {
    runs++
  })
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => runs++))
  const expectNothingRan = async () => {
    expect(await page.locator(foreign).count(), page.url()).toBe(0)
    expect(runs, page.url()).toBe(0)
  }
  return { page, expectNothingRan }
}

async function signIn(page: Page, email: string, typed: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await page.keyboard.press('Enter')
  await page.getByLabel('Password', { exact: true }).waitFor({ state: 'detached' })
}

/** Asks the API as the owner. */
async function createApi(page: Page) {
  const ask = async (method: string, path: string, data: unknown, token = '') => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined
    const answer = await page.request.fetch(path, { method, data, ...(headers && { headers }) })
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  const { tokens } = await ask('POST', '/api/customers/login/', owner)
  return (method: string, path: string, data: unknown) => ask(method, path, data, tokens.access)
}

/** Everything that a customer may say of themselves, said with a bad intent. */
const hostile = (payload: string) => ({
  first_name: payload,
  last_name: worst,
  street_address: payload,
  city: payload.slice(0, 100),
  province_state: worst,
  postal_code: '"><b onclick=ran()>',
  country: worst,
  dietary_preferences: all.slice(0, 2_000),
  favorite_products: all.slice(-2_000),
})

/** What the page shows as text, and what its fields hold. */
const textOf = (page: Page) =>
  page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  )
const shows = (page: Page, text: string) =>
  expect.poll(async () => (await textOf(page)).includes(text), { timeout: 10_000, message: text }).toBe(true)

const patience = { timeout: 120_000 }

describe.each([
  ['by its policy', false],
  ['even without its policy', true],
])('a page runs nothing that somebody wrote, %s', (_, bypassCSP) => {
  test(
    'in the console: list, customer, notes, history, search and what it says at the edge',
    patience,
    async () => {
      const { page, expectNothingRan } = await open('/admin/customers?page_size=100', { bypassCSP })
      const api = await createApi(page)
      for (const payload of payloads) await api('POST', customers, { email: newEmail(), ...hostile(payload) })
      const one = await api('POST', customers, { email: newEmail(), ...hostile(worst) })
      await api('POST', `${customers}${one.id}/notes/`, { note: all })
      await api('PATCH', '/api/store/', { name: worst })

      await page.reload()
      await signIn(page, owner.email, owner.password)
      for (const payload of payloads) await shows(page, payload)
      await expectNothingRan()

      const address = `/admin/customers/${one.id}`
      for (const [tab, text] of [
        ['profile', all.slice(-200)],
        ['notes', all],
        ['history', worst],
        ['sessions', worst],
      ] as const) {
        await page.goto(`${address}?tab=${tab}`)
        await shows(page, text)
        await expectNothingRan()
      }
      await page.goto(`${address}?edit=yes`)
      await shows(page, '"><b onclick=ran()>')
      await expectNothingRan()

      await page.goto(address)
      await page.getByRole('button', { name: 'Actions' }).click()
      await page.getByRole('menuitem', { name: 'Deactivate' }).click()
      await shows(page, `${worst} ${worst} can no longer sign in.`)
      await expectNothingRan()

      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /Find a customer/ }).fill('onerror')
      await page.getByRole('option').filter({ hasText: worst }).first().waitFor()
      await expectNothingRan()
      await page.keyboard.press('Escape')

      await page.goto(
        `/admin/customers?search=${encodeURIComponent(worst)}&city=${encodeURIComponent(worst)}`,
      )
      await shows(page, worst)
      await expectNothingRan()
    },
  )

  test('in the portal: name, address, wishes and the name of the store', patience, async () => {
    const { page, expectNothingRan } = await open('/sign-in/', { bypassCSP })
    const api = await createApi(page)
    await api('PATCH', '/api/store/', { name: worst })
    const email = newEmail()
    const about = { email, password, password_confirm: password, ...hostile(worst) }
    await api('POST', '/api/customers/register/', about)

    await page.goto('/sign-in/')
    await expect.poll(() => page.title()).toContain(worst)
    await signIn(page, email, password)
    await shows(page, worst)
    await expectNothingRan()
    for (const [address, text] of [
      ['/profile/', '"><b onclick=ran()>'],
      ['/preferences/', all.slice(-200)],
      ['/security/', worst],
    ] as const) {
      await page.goto(address)
      await shows(page, text)
      await expectNothingRan()
    }
    for (const parameter of ['next', 'token', 'email']) {
      await page.goto(`/reset-password/?${parameter}=${encodeURIComponent(worst)}`)
      await page.locator('h1').first().waitFor()
      await expectNothingRan()
    }
  })
})
