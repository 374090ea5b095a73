import { describe, expect, test } from 'vitest'
import { focused, openConsole, said, settled } from './console.ts'
import { expectNoViolations, screenshot, serveAll, signUpCustomer } from './harness.ts'

serveAll()

describe('adding somebody', () => {
  test('who has the address already is shown instead of added twice; typing is not lost unasked', async () => {
    const { email } = await signUpCustomer({ first_name: 'Esi', last_name: 'Boatemaa' })
    const page = await openConsole('/admin/customers/new')
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Add customer' }).click()
    await said(page, /Please fill this in/)
    await said(page, /Esi Boatemaa has this email already/)
    await expect.poll(() => focused(page)).toBe('first_name')

    await page.getByLabel('First name').fill('Esi')
    await page.getByRole('button', { name: 'Add customer' }).click()
    await said(page, /Esi Boatemaa has this email already/)

    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await page.getByLabel('First name').inputValue()).toBe('Esi')

    await page.getByLabel('Email').fill(`new-${email}`)
    await page.getByRole('button', { name: 'Add customer' }).click()
    await said(page, /Esi is added and gets a mail/)
  })
})

const addresses = ['/admin/customers/new']

describe.each(['light', 'dark'] as const)('everybody can use the form, %s', (colorScheme) => {
  test.each(addresses)('%s', async (address) => {
    const page = await openConsole(address, { colorScheme })
    await settled(page)
    await expectNoViolations(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await settled(page)
    await expectNoViolations(page)
    await screenshot(page, `${address.replace(/\W+/g, '-').slice(1)}-${colorScheme}`)
  })
})
