import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, type View } from './harness.ts'
import { owner } from './real-server.ts'

export const worst = '</script><img src=x onerror=ran()>'

/** There is much to type and to look at. */
export const patience = { timeout: 120_000 }

/** Nothing of these is ever on a page of ours. */
const planted = [
  ...['onerror', 'onload', 'onfocus', 'ontoggle', 'onclick', 'onmouseover', 'onbegin', 'onstart'],
  ...['onanimationstart', 'srcdoc'],
].map((attribute) => `[${attribute}]`)
const foreign = [...planted, 'iframe', 'object', 'embed', 'base', 'marquee', '[href^="javascript:" i]'].join()

/** A page that tells of every script that ran, be it now or later. */
export async function open(address: string, view: View) {
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

export async function signIn(page: Page, email: string, typed: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await page.keyboard.press('Enter')
  await page.getByLabel('Password', { exact: true }).waitFor({ state: 'detached' })
}

/** Asks the API as the owner. */
export async function createApi(page: Page) {
  const ask = async (method: string, path: string, data: unknown, token = '') => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined
    const answer = await page.request.fetch(path, { method, data, ...(headers && { headers }) })
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  const { tokens } = await ask('POST', '/api/customers/login/', owner)
  return (method: string, path: string, data: unknown) => ask(method, path, data, tokens.access)
}

/** What the page shows as text, and what its fields hold. */
const textOf = (page: Page) =>
  page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  )
export const shows = (page: Page, text: string) =>
  expect.poll(async () => (await textOf(page)).includes(text), { timeout: 10_000, message: text }).toBe(true)
