import { describe, expect, test } from 'vitest'
import { desk, inspect, onHeading, openConsole, said, settled, signUpStaff } from './console.ts'
import { serveAll, signUpCustomer, tabTo } from './harness.ts'

serveAll()

const notes = (id: string) => `/admin/customers/${id}?tab=notes`
const note = 'Allergic to peanuts. Keeps ripe plantain for Saturdays.'

describe('notes', () => {
  test('one is written, signed, changed, and removed only when nobody presses Undo', async () => {
    const { id } = await signUpCustomer()
    const cashier = await signUpStaff('cashier', { first_name: 'Shauna', last_name: 'Grant' })
    const page = await openConsole(notes(id), { ...desk, as: cashier })
    await said(page, 'No notes yet')
    await page.getByLabel('New note').fill(note)
    await page.keyboard.press('Control+Enter')
    await said(page, 'The note is added.')
    const card = page.getByRole('listitem').filter({ hasText: note })
    expect(await card.innerText()).toContain('Shauna Grant')
    expect(await page.getByLabel('New note').inputValue()).toBe('')

    await card.getByRole('button', { name: /^Edit/ }).click()
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill(`${note} Calls on Fridays.`)
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page, 'The note is changed.')
    await said(page, /· changed/)

    await card.getByRole('button', { name: /^Remove/ }).press('Enter')
    await onHeading(page, 'Notes')
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await card.waitFor()
    await onHeading(page, 'Ọlá Adébáyọ̀')
    await card.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('The note is removed.').first().waitFor()
    await page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: 'The note is removed.' })
      .getByRole('button', { name: 'Close' })
      .click()
    await page.reload()
    await said(page, 'No notes yet')
    await page.getByRole('tab', { name: 'History' }).click()
    for (const told of ['Note removed', 'Note changed', 'Note written']) await said(page, told)
    expect(await page.getByRole('main').innerText()).not.toContain('plantain')
  })

  test('a colleague reads it without being able to change it, and the owner may', async () => {
    const { id } = await signUpCustomer()
    const [writer, reader] = [await signUpStaff('cashier'), await signUpStaff('cashier')]
    const first = await openConsole(notes(id), { ...desk, as: writer })
    await first.getByLabel('New note').fill(note)
    await first.getByRole('button', { name: 'Add note' }).click()
    await said(first, 'The note is added.')
    const second = await openConsole(notes(id), { ...desk, as: reader })
    await said(second, note)
    expect(await second.getByRole('button', { name: /^(Edit|Remove) the note/ }).count()).toBe(0)
    const third = await openConsole(notes(id))
    await said(third, note)
    expect(await third.getByRole('button', { name: /^(Edit|Remove) the note/ }).count()).toBe(2)
  })

  test('what is written but not saved is asked about; by keyboard, in French', async () => {
    const { id } = await signUpCustomer()
    const page = await openConsole(notes(id), { ...desk, locale: 'fr-CA' })
    await settled(page)
    await tabTo(page, 'Nouvelle note')
    await page.keyboard.type('Préfère les ignames.')
    await page.getByRole('link', { name: 'Réglages' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByLabel('Nouvelle note').press('Control+Enter')
    await said(page, /La note est ajoutée/)
  })

  test('everybody can use the page', async () => {
    const { id } = await signUpCustomer()
    const page = await openConsole(notes(id), {})
    await settled(page)
    await page.getByLabel('New note').fill(note)
    await page.getByRole('button', { name: 'Add note' }).click()
    await said(page, 'The note is added.')
    await inspect(page, 'customer-notes')
  })
})
