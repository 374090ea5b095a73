import { describe, expect, test } from 'vitest'
import { desk, heading, inspect, openConsole, said, settled } from './console.ts'
import { expectNoViolations, screenshot, serveAll } from './harness.ts'

serveAll()

describe('when something is not there', () => {
  test('without a network the page says so, keeps what it has, and goes on as soon as there is one', async () => {
    const page = await openConsole('/admin/customers', { ...desk, mayMiss: 'ERR_INTERNET_DISCONNECTED' })
    await settled(page)
    await page.context().setOffline(true)
    await said(page, /No connection to the store\. You see what was loaded last/)
    await page.getByRole('row').nth(1).waitFor()
    await screenshot(page, 'admin-offline')
    expect(await page.getByText(/No connection/).isVisible()).toBe(true)
    await expectNoViolations(page)
    await page.context().setOffline(false)
    await expect.poll(() => page.getByText(/No connection/).count()).toBe(0)
  })

  test('a page that can not be fetched says why, and opens when it is loaded again', async () => {
    const page = await openConsole('/admin/customers', { ...desk, mayMiss: '/assets/' })
    await settled(page)
    await page.route('**/assets/settings-page-*.js', (route) => route.abort())
    await page.getByRole('link', { name: 'Settings' }).click()
    await heading(page, 'This page did not load')
    await inspect(page, 'not-fetched')
    await page.unroute('**/assets/settings-page-*.js')
    await page.getByRole('button', { name: 'Load again' }).click()
    await heading(page, 'Settings')
  })

  test('an address that is none leads back to the customers', async () => {
    const page = await openConsole('/admin/no/such/page')
    await heading(page, 'There is nothing here')
    await inspect(page, 'not-found')
    await page.getByRole('link', { name: 'Go to customers' }).click()
    await heading(page, 'Customers')
  })
})
