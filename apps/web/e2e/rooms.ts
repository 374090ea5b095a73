import type { Page } from 'playwright-core'
import english from '../messages/portal.en.json' with { type: 'json' }
import french from '../messages/portal.fr.json' with { type: 'json' }
import { expectNoViolations, openPage, screenshot, sizes, tabTo, type View } from './harness.ts'

/** What journeys through the rooms of the portal share. */

/** What the pages of the portal say, for journeys that are the same in both languages. */
export const wordsOf = (language: 'en' | 'fr') => (language === 'en' ? english : french)

/** Waits until somebody can read this. */
export const said = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

/** Presses the button of this name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Where somebody is who has to sign in first. */
export const atTheDoor = (page: Page): Promise<void> =>
  page.locator('main.door input[name="email"]').waitFor()

/** Goes to a control by keyboard, and presses it. */
export async function pressByKey(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** What a state of a page must be in light and in dark: without violations, and worth looking at. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoViolations(page)
    await screenshot(page, `${name}-${colorScheme}`, colorScheme === 'light' ? sizes : { phone: sizes.phone })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Opens a room as somebody who registered before, through the door. */
export async function enter(address: string, customer: { email: string; password: string }, view: View = {}) {
  const page = await openPage(`/sign-in/?next=${encodeURIComponent(address)}`, view)
  await page.locator('input[name="email"]').fill(customer.email)
  await page.locator('input[name="password"]').fill(customer.password)
  await page.keyboard.press('Enter')
  await page.locator('main.page h1').waitFor()
  return page
}
