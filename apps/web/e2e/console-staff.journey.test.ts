import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desk, inspect, openConsole, said, settled, signUpStaff } from './console.ts'
import { serveAll, signUpCustomer, tabTo } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

const staff = '/admin/staff'
const person = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const roleOf = (page: Page, name: string) => page.getByRole('combobox', { name: `Role of ${name}` })

async function choose(page: Page, name: string, role: string): Promise<void> {
  await roleOf(page, name).click()
  await page.getByRole('option', { name: role, exact: true }).click()
}

describe('who works here', () => {
  test('a customer is found and given a role, which is changed, taken back by Undo, and taken away', async () => {
    const { id } = await signUpCustomer({ first_name: 'Kofi', last_name: 'Asante' })
    const page = await openConsole(staff)
    await page.getByRole('button', { name: 'Give the role' }).click()
    await said(page, 'Choose the person first.')
    await page.getByRole('combobox', { name: /Find a customer/ }).fill('asante')
    await page.getByRole('option', { name: /Kofi Asante/ }).click()
    await page.getByRole('button', { name: 'Give the role' }).click()
    await said(page, 'Kofi Asante: Cashier from now on.')
    await expect.poll(() => roleOf(page, 'Kofi Asante').inputValue()).toBe('Cashier')

    await choose(page, 'Kofi Asante', 'Manager')
    await said(page, 'Kofi Asante: Manager from now on.')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => roleOf(page, 'Kofi Asante').inputValue()).toBe('Cashier')

    await page.getByRole('button', { name: 'Take the role away from Kofi Asante' }).click()
    await said(page, 'Kofi Asante is a customer without a role again.')
    await expect.poll(() => person(page, 'Kofi Asante').count()).toBe(0)

    await page.goto(`/admin/customers/${id}?tab=history`)
    await said(page, 'Role taken away: Cashier')
    await said(page, 'Role changed from Manager to Cashier')
    await said(page, 'Role given: Cashier')
  })

  test('who works here already is not found to be new; nobody found is said', async () => {
    await signUpStaff('auditor', { first_name: 'Zola', last_name: 'Mabuza' })
    const page = await openConsole(staff)
    const field = page.getByRole('combobox', { name: /Find a customer/ })
    await field.fill('mabuza')
    await page.getByRole('option', { name: /Zola Mabuza/ }).click()
    await page.getByRole('button', { name: 'Give the role' }).click()
    await said(page, 'Zola Mabuza already works here.')
    await field.fill('nobodyatall')
    await said(page, /Nobody found/)
  })

  test('the only owner is asked first, and stays the owner', async () => {
    const page = await openConsole(staff)
    await choose(page, owner.email, 'Cashier')
    const question = page.getByRole('dialog', { name: 'Change your own role?' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await question.waitFor({ state: 'detached' })
    await choose(page, owner.email, 'Cashier')
    await question.getByRole('button', { name: 'Change my role' }).click()
    await said(page, 'This is the only owner. Make somebody else an owner first.')
    await expect.poll(() => roleOf(page, owner.email).inputValue()).toBe('Owner')
  })

  test('by keyboard alone a role is changed, in French', async () => {
    await signUpStaff('cashier', { first_name: 'Nia', last_name: 'Baptiste' })
    const page = await openConsole(staff, { ...desk, locale: 'fr-CA' })
    await settled(page)
    await tabTo(page, 'Rôle de Nia Baptiste')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Caisse' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await said(page, 'Nia Baptiste\u00a0: Vérification désormais.')
  })

  test('on a phone what the keyboard comes to is above the bar at the foot', async () => {
    for (const first_name of ['Abla', 'Baaba', 'Cobi']) await signUpStaff('cashier', { first_name })
    const page = await openConsole(staff, {})
    await settled(page)
    const bar = await page.locator('nav.rail').evaluate((one) => one.getBoundingClientRect().top)
    const covered: unknown[] = []
    for (let presses = 0; presses < 24; presses++) {
      await page.keyboard.press('Tab')
      const [name, isInMain, bottom] = await page.evaluate(() => {
        const one = document.activeElement
        return [one?.outerHTML, one?.matches('main *:not(section)'), one?.getBoundingClientRect().bottom]
      })
      if (isInMain && Number(bottom) > bar) covered.push(name)
    }
    expect(covered).toEqual([])
  })

  test('everybody can use the page', async () => {
    await signUpStaff('marketer', { first_name: 'Chiamaka', last_name: 'Nwachukwu-Okonjo' })
    const page = await openConsole(staff, {})
    await inspect(page, 'staff')
  })
})
