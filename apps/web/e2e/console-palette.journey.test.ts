import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, heading, openConsole, settled } from './console.ts'
import { expectNoViolations, screenshot, serveAll, signUpCustomer } from './harness.ts'

serveAll()

const start = '/admin/settings'
const searchField = (page: Page) => page.getByRole('combobox', { name: /Find a customer/ })

test.each(['light', 'dark'] as const)(
  'the palette finds customers by letters without marks; its choice is told to who can not see it, %s',
  async (colorScheme) => {
    const { id } = await signUpCustomer({ first_name: 'Ọmọlará', last_name: `Ẹniọlá ${colorScheme}` })
    const page = await openConsole(start, { ...desk, colorScheme })
    await settled(page)
    await page.keyboard.press('/')
    const field = searchField(page)
    await field.waitFor()
    await page.keyboard.type(`omolara ${colorScheme}`)
    const option = page.getByRole('option', { name: /Ọmọlará Ẹniọlá/ })
    await option.waitFor()
    await expect
      .poll(async () => field.getAttribute('aria-activedescendant'))
      .toBe(await option.getAttribute('id'))
    await expectNoViolations(page)
    await screenshot(page, `admin-palette-${colorScheme}`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/admin/customers/${id}`)
  },
)

test('the palette goes to pages and speaks the other language', async () => {
  const page = await openConsole(start)
  await page.getByRole('button', { name: 'Search' }).click()
  const field = searchField(page)
  await field.fill('trash')
  await page.getByRole('option', { name: 'Trash' }).waitFor()
  await page.keyboard.press('Enter')
  await heading(page, 'Trash')

  await page.keyboard.press('Control+k')
  await field.fill('franc')
  await page.getByRole('option', { name: 'Français' }).click()
  await heading(page, 'Corbeille')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr')
})

test('nothing found is said, and Escape goes back to where the focus was', async () => {
  const page = await openConsole(start)
  await page.getByRole('button', { name: 'Search' }).focus()
  await page.keyboard.press('Enter')
  await searchField(page).fill('zzzzzz')
  await page.getByText('Nothing found. Try fewer letters.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('top-search')
})

test('single keys go to places, are listed by a question mark, and do nothing once they are turned off', async () => {
  const page = await openConsole(start)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await heading(page, 'Customers')
  await page.keyboard.press('c')
  await heading(page, 'Add a customer')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await heading(page, 'Customers')

  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await list.waitFor()
  await expectNoViolations(page)
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await page.keyboard.press('Control+k')
  await searchField(page).waitFor()
  expect(new URL(page.url()).pathname).toBe('/admin/customers')
})
