import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desk, heading, inspect, openConsole, said, settled, signIn } from './console.ts'
import { askApi, linkMailedTo, newEmail, openPage, serveAll, signUpCustomer } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name }).click()
}
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last().click()
const at = (id: string, query = '') => `/admin/customers/${id}${query}`

describe('what staff does for a customer', () => {
  test('the mails that are sent arrive with links that work', async () => {
    const { tokens } = await askApi('POST', '/api/customers/login/', owner)
    // Who was added by staff has had no such mail yet.
    const email = newEmail()
    const added = { email, first_name: 'Efe' }
    const { id } = await askApi('POST', '/api/customers/admin/customers/', added, tokens.access)
    // A menu that goes slowly could be pressed twice.
    const page = await openConsole(at(id), { ...desk, reducedMotion: 'no-preference' })
    await act(page, 'Send the verification mail')
    await said(page, `The verification mail is on its way to ${email}.`)
    expect(await linkMailedTo(email, 'verify-email')).toContain('token')
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Send a link for a new password' }).dblclick()
    await said(page, `The link for a new password is on its way to ${email}.`)
    const link = await linkMailedTo(email, 'reset-password')
    expect(asked.filter((one) => one.endsWith('/password-reset-mail/')).length).toBe(1)
    await page.getByRole('tab', { name: 'History' }).click()
    await said(page, 'Link for a new password requested')
    const theirs = await openPage(link)
    await theirs.getByRole('button', { name: 'Save the new password' }).waitFor()
  })

  test('who is deactivated can not sign in until Undo, and sees no session on any device', async () => {
    const customer = await signUpCustomer({ first_name: 'Ifeoma', last_name: 'Eze' })
    const theirs = await openPage('/sign-in/')
    await theirs.getByLabel('Email').fill(customer.email)
    await theirs.getByLabel('Password', { exact: true }).fill(customer.password)
    await theirs.keyboard.press('Enter')
    await theirs.waitForURL('**/')

    const page = await openConsole(at(customer.id, '?tab=sessions'))
    await said(page, /Where Ifeoma Eze is signed in/)
    await settled(page)
    const devices = page.locator('.session')
    expect(await devices.count()).toBeGreaterThan(0)
    await act(page, 'Sign out everywhere')
    await said(page, 'Ifeoma Eze is signed out on every device.')
    await said(page, 'Not signed in anywhere')

    await act(page, 'Deactivate')
    await said(page, 'Ifeoma Eze can no longer sign in.')
    await said(page, 'Deactivated')
    const again = await openPage('/admin/sign-in')
    await signIn(again, customer)
    await said(again, /do not go together/)
    await undo(page)
    await said(page, 'Ifeoma Eze may sign in again.')
    await signIn(again, customer)
    await heading(again, 'Hello Ifeoma')
  })

  test('one in the trash is shown as such, and restored as they were', async () => {
    const { id } = await signUpCustomer({ first_name: 'Sade', last_name: 'Oyelaran' })
    const page = await openConsole(at(id))
    await act(page, 'Move to the trash')
    await said(page, 'Sade Oyelaran is in the trash for 30 days.')
    await said(page, /In the trash since .+ Gone for good on/)
    await inspect(page, 'customer-trashed')
    await page.reload()
    await page.getByRole('button', { name: 'Restore' }).click()
    await said(page, 'Sade Oyelaran is back in the lists.')
    await page.getByRole('tab', { name: 'History' }).click()
    for (const told of ['Taken out of the trash', 'Moved to the trash', 'Opened an account'])
      await said(page, told)
    await inspect(page, 'customer-history')
    await act(page, 'Move to the trash')
    await undo(page)
    await page.getByRole('button', { name: 'Actions' }).waitFor()
  })

  test('from one of a filtered list to the next, and back to the list', async () => {
    for (const first_name of ['Ana', 'Bea', 'Cee'])
      await signUpCustomer({ first_name, last_name: 'Kenyatta' })
    const page = await openConsole('/admin/customers?search=kenyatta&ordering=first_name')
    await page.getByRole('link', { name: 'Ana Kenyatta' }).click()
    await heading(page, 'Ana Kenyatta')
    await said(page, '1 of 3')
    expect(await page.getByRole('button', { name: 'Customer before' }).isDisabled()).toBe(true)
    await page.getByRole('tab', { name: 'Notes' }).click()
    await page.getByRole('button', { name: 'Next customer' }).click()
    await heading(page, 'Bea Kenyatta')
    expect(await page.getByRole('tab', { name: 'Notes' }).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('j')
    await heading(page, 'Cee Kenyatta')
    expect(await page.getByRole('button', { name: 'Next customer' }).isDisabled()).toBe(true)
    await page.keyboard.press('k')
    await heading(page, 'Bea Kenyatta')
    await page.getByRole('link', { name: 'All customers' }).click()
    await said(page, /^3 customers$/)
    expect(new URL(page.url()).search).toBe('?search=kenyatta&ordering=first_name')
  })

  test('everybody can use the menu and the sessions', async () => {
    const { id } = await signUpCustomer()
    const page = await openConsole(at(id, '?tab=sessions'), desk)
    await inspect(page, 'customer-sessions')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Deactivate' }).waitFor()
    await inspect(page, 'customer-menu')
  })
})
