import { describe, expect, test } from 'vitest'
import { inspect, openConsole, said } from './console.ts'
import { serveAll, signUpCustomer } from './harness.ts'

serveAll()

describe('many at once', () => {
  test('with the keyboard two are chosen, moved to the trash, and brought back by Undo', async () => {
    await signUpCustomer({ first_name: 'Abla', last_name: 'Quartey' })
    await signUpCustomer({ first_name: 'Baaba', last_name: 'Quartey' })
    const page = await openConsole('/admin/customers?search=quartey')
    await said(page, /^2 customers$/)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+X')
    await said(page, /^2 selected$/)

    await page.getByRole('button', { name: 'Move to trash' }).click()
    await said(page, /2 customers are in the trash/)
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await said(page, /2 customers are as before/)
    await said(page, /^2 customers$/)
  })

  test('the history tells of a batch that it was undone, and of the undoing what it took back', async () => {
    const { id } = await signUpCustomer({ first_name: 'Efua', last_name: 'Owusu' })
    const page = await openConsole('/admin/customers?search=owusu')
    await page.getByRole('checkbox', { name: 'Select Efua Owusu' }).click()
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await said(page, /as before/)
    await page.goto(`/admin/customers/${id}?tab=history`)
    const lines = page.locator('.history-event')
    await lines.filter({ hasText: 'Undone: Account deactivated' }).filter({ hasText: 'by you' }).waitFor()
    const undone = lines.filter({ hasText: /Undone on .* by you/ })
    expect(await undone.first().innerText()).toMatch(/Account deactivated/)
    await inspect(page, 'console-history-undone')
  })

  test('with the shift key all between two are chosen; who could not be changed is said', async () => {
    for (const first_name of ['Ado', 'Bio', 'Cho']) await signUpCustomer({ first_name, last_name: 'Tetteh' })
    const page = await openConsole('/admin/customers?search=tetteh&ordering=first_name')
    await page.getByRole('checkbox', { name: 'Select Ado Tetteh' }).click()
    await page.getByRole('checkbox', { name: 'Select Cho Tetteh' }).click({ modifiers: ['Shift'] })
    await said(page, /^3 selected$/)
    await page.getByRole('button', { name: 'Activate', exact: true }).click()
    await said(page, /0 customers are active again\. 3 were so already\./)
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  })

  test('one in the trash is restored from there', async () => {
    await signUpCustomer({ first_name: 'Yaa', last_name: 'Sarpong' })
    const page = await openConsole('/admin/customers?search=sarpong')
    await page.getByRole('checkbox', { name: 'Select Yaa Sarpong' }).click()
    await page.getByRole('button', { name: 'Move to trash' }).click()
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
    await page.getByRole('link', { name: 'Trash' }).click()
    await page.getByRole('button', { name: 'Restore Yaa Sarpong' }).click()
    await said(page, /Yaa Sarpong is back in the list/)
  })
})
