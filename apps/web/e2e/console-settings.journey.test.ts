import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desk, heading, inspect, openConsole, said, settled, signUpStaff } from './console.ts'
import { askApi, serveAll, tabTo } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

const settings = '/admin/settings'
const name = 'Mama Africa Market'
const save = (page: Page) => page.getByRole('button', { name: 'Save' })

/** The store as it was before somebody changed it. */
async function putBack(): Promise<void> {
  const { tokens } = await askApi('POST', '/api/customers/login/', owner)
  await askApi(
    'PATCH',
    '/api/store/',
    { name: 'Afro-Caribbean Store', language: 'en', currency: 'CAD' },
    tokens.access,
  )
}

describe('the store', () => {
  test('the owner changes its name, language and currency, and the pages say so', async () => {
    const page = await openConsole(settings)
    await settled(page)
    expect(await save(page).isDisabled()).toBe(true)
    await page.getByLabel('Name of the store').fill(name)
    await page.getByRole('combobox', { name: 'First language' }).click()
    await page.getByRole('option', { name: 'French' }).click()
    await page.getByRole('combobox', { name: 'Currency' }).fill('euro')
    await page.getByRole('option', { name: 'Euro (EUR)' }).click()
    await save(page).click()
    await said(page, 'The settings are saved.')
    await said(page, 'Settings of the store changed: Name of the store, First language, Currency')
    expect(await save(page).isDisabled()).toBe(true)
    await expect
      .poll(async () => {
        await page.reload()
        return page.getByRole('banner').innerText()
      })
      .toContain(name)
    await settled(page)
    expect(await page.getByRole('combobox', { name: 'Currency' }).inputValue()).toBe('Euro (EUR)')
    await putBack()
  })

  test('an empty name is refused beside its field; what is not saved is asked about', async () => {
    const page = await openConsole(settings, { ...desk, locale: 'fr-CA' })
    await settled(page)
    await page.getByLabel('Nom du magasin').fill(' ')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await said(page, /Veuillez remplir|Remplissez/)
    await page.getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await heading(page, 'Réglages')
  })

  test('others read what the owner has set', async () => {
    const manager = await signUpStaff('manager')
    const page = await openConsole(settings, { ...desk, as: manager })
    await said(page, /Only an owner may change/)
    expect(await page.getByLabel('Name of the store').getAttribute('readonly')).not.toBeNull()
    expect(await save(page).count()).toBe(0)
    await said(page, /please turn on two-step sign-in/)
  })
})

describe('this device', () => {
  test('by keyboard alone it is dark and speaks French, also after the page is opened anew', async () => {
    const page = await openConsole(settings)
    await settled(page)
    const html = page.locator('html')
    await page.getByRole('radio', { name: 'As the device' }).focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => html.getAttribute('data-mantine-color-scheme')).toBe('dark')
    await page.getByRole('radio', { name: 'English' }).focus()
    await page.keyboard.press('ArrowDown')
    await heading(page, 'Réglages')
    await page.reload()
    await heading(page, 'Réglages')
    expect(await html.getAttribute('data-theme')).toBe('dark')
    await page.getByRole('radio', { name: 'Comme l’appareil' }).click()
    await expect.poll(() => html.getAttribute('data-theme')).toBe(null)
  })

  test('everybody can use the page, in both languages', async () => {
    const page = await openConsole(settings, {})
    await inspect(page, 'settings')
    await page.getByRole('radio', { name: 'Français' }).click()
    await heading(page, 'Réglages')
    await inspect(page, 'settings-fr')
    await tabTo(page, 'Activer')
  })
})
