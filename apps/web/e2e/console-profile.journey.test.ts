import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desk, focused, heading, inspect, openConsole, row, said, settled } from './console.ts'
import { serveAll, signUpCustomer, tabTo } from './harness.ts'

serveAll()

const profile = (id: string, query = '') => `/admin/customers/${id}${query}`
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()
const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' })

describe('the profile of a customer', () => {
  test('what is corrected is shown, kept, and told in the history by names of fields', async () => {
    const { id } = await signUpCustomer({ first_name: 'Wanjirũ', last_name: 'Kamau' })
    const page = await openConsole(profile(id))
    await page.getByRole('button', { name: 'Edit profile' }).click()
    await page.getByLabel('City').fill('Brampton')
    await page.getByLabel('Phone', { exact: true }).fill('416 555 0177')
    await page.getByLabel('Diet').fill('No peanuts')
    await page.getByRole('switch', { name: 'By text message' }).click()
    await save(page)
    await said(page, 'The profile is saved.')
    await page.reload()
    await said(page, 'Brampton')
    await said(page, '(416) 555-0177')
    await said(page, 'No peanuts')
    await page.getByRole('tab', { name: 'History' }).click()
    await said(page, /^Profile changed: .*City/)
    await said(page, 'by you')
  })

  test('what is wrong is said beside its field, in the words of the reader, and the first takes the focus', async () => {
    const other = await signUpCustomer()
    const { id } = await signUpCustomer()
    const page = await openConsole(profile(id, '?edit=yes'), { ...desk, locale: 'fr-CA' })
    await page.getByLabel('Prénom').fill('')
    await page.getByLabel('Téléphone', { exact: true }).fill('12')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await said(page, 'Ce numéro de téléphone n’est pas complet. Exemple : 416 555 0123.')
    await expect.poll(() => focused(page)).toBe('first_name')

    await page.getByLabel('Prénom').fill('Adé')
    await page.getByLabel('Téléphone', { exact: true }).fill('')
    await page.getByLabel('Courriel', { exact: false }).first().fill(other.email)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await said(page, /autre client|déjà/)
    await expect.poll(() => page.getByText('Enregistrer').count()).toBe(1)
  })

  test('on a phone the field that is wrong is in sight, between the bars', async () => {
    const { id } = await signUpCustomer()
    const page = await openConsole(profile(id, '?edit=yes'), {})
    const phone = page.getByLabel('Phone', { exact: true })
    await phone.fill('12')
    await save(page)
    await said(page, /not a whole phone number/)
    await expect.poll(() => focused(page)).toBe('phone_number')
    const { bottom } = await phone.evaluate((field) => field.getBoundingClientRect())
    const bar = await page.locator('.profile-save').evaluate((one) => one.getBoundingClientRect().top)
    expect(bottom).toBeLessThan(bar)
  })

  test('what is not saved is asked about before any way out: a link, the way back, the cancel button', async () => {
    const { id } = await signUpCustomer({ first_name: 'Temi', last_name: 'Balogun' })
    const page = await openConsole('/admin/customers?search=balogun')
    await row(page, 'Temi Balogun').getByRole('link').click()
    await page.getByRole('button', { name: 'Edit profile' }).click()
    const city = page.getByLabel('City')
    await city.fill('Ajax')

    await page.getByRole('link', { name: 'Staff' }).click()
    await question(page).getByRole('button', { name: 'Cancel' }).click()
    await question(page).waitFor({ state: 'detached' })
    expect(await city.inputValue()).toBe('Ajax')

    // What is typed in one part waits while another is read, and is not forgotten on the way out from there.
    await page.getByRole('tab', { name: 'Notes' }).click()
    await page.getByRole('link', { name: 'Staff' }).click()
    await question(page).getByRole('button', { name: 'Cancel' }).click()
    await question(page).waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Profile' }).click()
    expect(await city.inputValue()).toBe('Ajax')

    await page.goBack()
    await question(page).getByRole('button', { name: 'Cancel' }).click()
    await question(page).waitFor({ state: 'detached' })
    expect(await city.inputValue()).toBe('Ajax')
    expect(new URL(page.url()).pathname).toBe(`/admin/customers/${id}`)

    await page.getByRole('button', { name: 'Cancel' }).click()
    await question(page).getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('button', { name: 'Edit profile' }).click()
    expect(await city.inputValue()).toBe('')
    await city.fill('Pickering')
    await page.goBack()
    await question(page).getByRole('button', { name: 'Leave' }).click()
    await heading(page, 'Customers')
    expect(new URL(page.url()).search).toBe('?search=balogun')
  })

  test('by keyboard alone a profile is corrected', async () => {
    const { id } = await signUpCustomer()
    const page = await openConsole(profile(id))
    await settled(page)
    await tabTo(page, 'Edit profile')
    await page.keyboard.press('Enter')
    await tabTo(page, 'City')
    await page.keyboard.type('Whitby')
    await page.keyboard.press('Enter')
    await said(page, 'The profile is saved.')
    await said(page, 'Whitby')
  })

  test('everybody can use the page', async () => {
    const { id } = await signUpCustomer({ first_name: 'Ọmọlará', last_name: 'Ẹniọlá-Olúwọlé' })
    const page = await openConsole(profile(id), {})
    await inspect(page, 'customer')
    await page.getByRole('button', { name: 'Edit profile' }).click()
    await inspect(page, 'customer-edit')
    await page.goto(profile('01960774-d760-79bf-a060-dc7b77a23e30'))
    await heading(page, 'There is no such customer')
    await inspect(page, 'customer-none')
    await page.getByRole('link', { name: 'All customers' }).click()
    await heading(page, 'Customers')
  })
})
