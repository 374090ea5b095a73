import { describe, expect, test } from 'vitest'
import { desk, openConsole, row, said, search, settled } from './console.ts'
import { expectNoViolations, screenshot, serveAll, serverDatabase, signUpCustomer, tabTo } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

describe('finding customers', () => {
  test('the list follows what is typed, chosen and sorted, and its address says all of it', async () => {
    await signUpCustomer({ first_name: 'Nnedi', last_name: 'Zubaida', city: 'Oshawa' })
    await signUpCustomer({ first_name: 'Kojo', last_name: 'Zubaida', city: 'Ajax' })
    const page = await openConsole('/admin/customers')
    await search(page).fill('zubaida')
    await said(page, /^2 customers$/)

    await page.getByRole('button', { name: 'City', exact: true }).first().click()
    await page.getByRole('radio', { name: /Oshawa/ }).check()
    await said(page, /^1 customer$/)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove filter City: Oshawa' }).click()
    await said(page, /^2 customers$/)

    const city = page.getByRole('columnheader', { name: 'City' })
    await city.getByRole('button').click()
    await expect.poll(() => city.getAttribute('aria-sort')).toBe('ascending')
    await expect.poll(() => page.getByRole('row').nth(1).textContent()).toContain('Kojo')
    expect(new URL(page.url()).search).toBe('?search=zubaida&ordering=city')
    await page.reload()
    await said(page, /^2 customers$/)
  })

  test('nobody who matches, and a page that is not there, lead back', async () => {
    const page = await openConsole('/admin/customers?search=nobodyatall')
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click()
    await row(page, owner.email).waitFor()
    await page.goto('/admin/customers?page=99')
    await page.getByRole('button', { name: 'First page' }).click()
    await row(page, owner.email).waitFor()
  })

  test('columns that are chosen are remembered', async () => {
    const page = await openConsole('/admin/customers')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Last sign-in' }).check()
    await page.getByRole('checkbox', { name: 'Points' }).uncheck()
    await page.reload()
    await page.getByRole('columnheader', { name: 'Last sign-in' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Points' }).count()).toBe(0)
  })

  test('a list that does not come is asked for again by a press', async () => {
    const page = await openConsole('/admin/customers')
    await row(page, owner.email).waitFor()
    await page.route('**/api/customers/admin/customers/?*', (route) =>
      route.fulfill({ status: 500, json: { detail: 'Ours.', request_id: 'abc-1' } }),
    )
    await search(page).fill('anything')
    await said(page, /tell the store this number: abc-1/)
    await page.unroute('**/api/customers/admin/customers/?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
  })
})

describe('filters', () => {
  test('on a phone they are in a drawer, and say how many they would show', async () => {
    await signUpCustomer({ first_name: 'Adwoa', last_name: 'Tutu', city: 'Milton' })
    const page = await openConsole('/admin/customers', {})
    await page.getByRole('button', { name: 'Filters' }).click()
    const drawer = page.getByRole('dialog', { name: 'Filters' })
    await drawer.waitFor()
    await expectNoViolations(page)
    await drawer.getByRole('radio', { name: /Milton/ }).check()
    await drawer.getByRole('button', { name: /^Show 1 customer/ }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Remove filter City: Milton' }).waitFor()
    expect(new URL(page.url()).search).toBe('?city=Milton')
  })

  test('on a desk they are reached and chosen by keyboard alone, in French', async () => {
    await signUpCustomer({ first_name: 'Yaw', last_name: 'Tutu', city: 'Oakville' })
    const page = await openConsole('/admin/customers', { ...desk, locale: 'fr-CA' })
    await settled(page)
    await tabTo(page, 'Ville')
    await page.keyboard.press('Enter')
    const choice = page.getByRole('radio', { name: /Oakville/ })
    await choice.waitFor()
    await expectNoViolations(page)
    await choice.press('Space')
    await page.keyboard.press('Escape')
    await said(page, /^1 client$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Ville')
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await page.getByRole('checkbox', { name: 'Téléphone' }).waitFor()
    await expectNoViolations(page)
  })
})

const addresses = ['/admin/customers', '/admin/customers?trashed=true']

describe.each(['light', 'dark'] as const)('everybody can use the list, %s', (colorScheme) => {
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

describe('more than anybody counts', () => {
  test('they are said with a plus, and their pages can be turned', async () => {
    await serverDatabase().pool.query(
      `insert into customers (id, email, first_name)
       select gen_random_uuid(), 'many' || number || '@example.com', 'Myriad'
       from generate_series(1, 10001) as number on conflict do nothing`,
    )
    const page = await openConsole('/admin/customers?search=myriad')
    await said(page, /^10,000\+ customers$/)
    await said(page, /of 10,000\+$/)
    await page.getByRole('button', { name: 'Page 400' }).click()
    await said(page, /of 10,000\+$/)
    await row(page, 'Myriad').first().waitFor()
  })
})
