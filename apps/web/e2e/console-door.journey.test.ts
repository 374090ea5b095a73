import { describe, expect, test } from 'vitest'
import { desk, heading, openConsole, said, signIn } from './console.ts'
import { expectNoViolations, openPage, screenshot, serveAll, signUpCustomer } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

describe('the way in', () => {
  test('who is not signed in comes back to where they were going', async () => {
    const page = await openConsole('/admin/customers?ordering=email')
    expect(new URL(page.url()).search).toBe('?ordering=email')
    await page.reload()
    await page.getByRole('columnheader', { name: 'Name' }).waitFor()

    await page.getByRole('button', { name: /Your menu/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
  })

  test('a wrong password is said', async () => {
    const page = await openPage('/admin/', desk)
    await signIn(page, { ...owner, password: 'Not-The-One-1!' })
    await said(page, /do not go together/)
    await signIn(page)
    await heading(page, 'Customers')
  })

  test('a customer without a role is shown the way to the own account', async () => {
    const customer = await signUpCustomer({ first_name: 'Efua' })
    const page = await openPage('/admin/')
    await signIn(page, customer)
    await page.getByRole('heading', { name: 'Hello Efua' }).waitFor()
    expect(await page.getByRole('link', { name: 'Open my own account' }).getAttribute('href')).toBe('/')
    await expectNoViolations(page)
  })
})

describe.each(['light', 'dark'] as const)('everybody can use the way in, %s', (colorScheme) => {
  test('the sign-in page', async () => {
    const page = await openPage('/admin/sign-in', { colorScheme })
    await expectNoViolations(page)
    await screenshot(page, `admin-sign-in-${colorScheme}`)
  })
})
