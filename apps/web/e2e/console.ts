import type { Role } from '@crm/contract'
import type { Page } from 'playwright-core'
import { askApi, expectNoViolations, openPage, screenshot, signUpCustomer, type View } from './harness.ts'
import { owner } from './real-server.ts'

export const desk: View = { width: 1440 }

/** Fills in the form of the sign-in page that is open now. */
export async function signIn(page: Page, { email, password }: Credentials = owner): Promise<void> {
  await page.locator('input[type="email"]').fill(email)
  await page.locator('input[autocomplete="current-password"]').fill(password)
  await page.keyboard.press('Enter')
}

export type Credentials = { email: string; password: string }
type ConsoleView = View & { as?: Credentials }

/** Opens a page of the console as somebody of the staff, the owner unless somebody else is named. */
export async function openConsole(address: string, view: ConsoleView = desk): Promise<Page> {
  const { as = owner, ...rest } = view
  const page = await openPage(address, rest)
  await signIn(page, as)
  await page.locator('nav.rail').waitFor()
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Somebody who works here in this role since just now. */
export async function signUpStaff(role: Role, fields: Parameters<typeof signUpCustomer>[0] = {}) {
  const person = await signUpCustomer(fields)
  const { tokens } = await askApi('POST', '/api/customers/login/', owner)
  await askApi('PUT', `/api/customers/admin/customers/${person.id}/role/`, { role }, tokens.access)
  return person
}

export const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
export const search = (page: Page) => page.getByRole('searchbox')
export const said = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
export const heading = (page: Page, name: RegExp | string) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

/** The name of the field that has the focus. */
export const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('name') ?? document.activeElement?.getAttribute('data-path'),
  )

/** Waits until the focus is on the heading with these words, where what had it is gone. */
export const onHeading = (page: Page, words: string) =>
  page.waitForFunction(
    (text) =>
      /^H[12]$/.test(document.activeElement?.tagName ?? '') && document.activeElement?.textContent === text,
    words,
  )

/** Waits until nothing of the page is still on its way. */
export const settled = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('main [aria-busy="true"]')].every((part) => !part.checkVisibility()),
  )

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Your menu|Votre menu)/ }).click()
  await page.getByRole('menuitem', { name: /^(Sign out|Se déconnecter)$/ }).click()
  await page.waitForURL('**/admin/sign-in**')
}

/** A picture of the page at three sizes and a look for what keeps people out, in light and in dark. */
export async function inspect(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    await settled(page)
    await expectNoViolations(page)
    await screenshot(page, `admin-${name}-${colorScheme}`)
  }
}
