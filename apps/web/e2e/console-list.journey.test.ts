import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoViolations, openPage, screenshot, serveAll, signUpCustomer, type View } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

const desk: View = { width: 1440 }

/** Signs in on the page that is open now. */
async function signIn(page: Page, { email, password } = owner): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

async function openList(address = '/admin/customers', view: View = desk): Promise<Page> {
  const page = await openPage(address, view)
  await signIn(page)
  await page.getByRole('heading', { level: 1, name: /Customers|Trash|Add a customer/ }).waitFor()
  return page
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const said = (page: Page, words: RegExp) => page.getByText(words).first().waitFor()
const search = (page: Page) => page.getByRole('searchbox')

describe('the way in', () => {
  test('who is not signed in comes back to where they were going', async () => {
    const page = await openList('/admin/customers?ordering=email')
    expect(new URL(page.url()).search).toBe('?ordering=email')
    await page.reload()
    await page.getByRole('columnheader', { name: 'Name' }).waitFor()

    await page.getByRole('button', { name: /Your menu/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
  })

  test('a wrong password is said; a code is asked for where there is a second factor', async () => {
    const page = await openPage('/admin/', desk)
    await signIn(page, { ...owner, password: 'Not-The-One-1!' })
    await said(page, /do not go together/)

    await page.route('**/api/browser/login/', async (route) => {
      const { otp, ...body } = route.request().postDataJSON()
      if (otp === '123456') return route.continue({ postData: body })
      await route.fulfill({ status: 401, json: { detail: 'A code is needed.', code: 'otp_required' } })
    })
    await signIn(page)
    await page.getByLabel('Code').fill('123456')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor()
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

describe('finding customers', () => {
  test('the list follows what is typed, chosen and sorted, and its address says all of it', async () => {
    await signUpCustomer({ first_name: 'Nnedi', last_name: 'Zubaida', city: 'Oshawa' })
    await signUpCustomer({ first_name: 'Kojo', last_name: 'Zubaida', city: 'Ajax' })
    const page = await openList()
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
    const page = await openList('/admin/customers?search=nobodyatall')
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click()
    await row(page, owner.email).waitFor()
    await page.goto('/admin/customers?page=99')
    await page.getByRole('button', { name: 'First page' }).click()
    await row(page, owner.email).waitFor()
  })

  test('columns that are chosen are remembered', async () => {
    const page = await openList()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Last sign-in' }).check()
    await page.getByRole('checkbox', { name: 'Points' }).uncheck()
    await page.reload()
    await page.getByRole('columnheader', { name: 'Last sign-in' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Points' }).count()).toBe(0)
  })

  test('a list that does not come is asked for again by a press', async () => {
    const page = await openList()
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

describe('many at once', () => {
  test('with the keyboard two are chosen, moved to the trash, and brought back by Undo', async () => {
    await signUpCustomer({ first_name: 'Abla', last_name: 'Quartey' })
    await signUpCustomer({ first_name: 'Baaba', last_name: 'Quartey' })
    const page = await openList('/admin/customers?search=quartey')
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

  test('with the shift key all between two are chosen; who could not be changed is said', async () => {
    for (const first_name of ['Ado', 'Bio', 'Cho']) await signUpCustomer({ first_name, last_name: 'Tetteh' })
    const page = await openList('/admin/customers?search=tetteh&ordering=first_name')
    await page.getByRole('checkbox', { name: 'Select Ado Tetteh' }).click()
    await page.getByRole('checkbox', { name: 'Select Cho Tetteh' }).click({ modifiers: ['Shift'] })
    await said(page, /^3 selected$/)
    await page.getByRole('button', { name: 'Activate', exact: true }).click()
    await said(page, /0 customers are active again\. 3 were so already\./)
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  })

  test('one in the trash is restored from there', async () => {
    await signUpCustomer({ first_name: 'Yaa', last_name: 'Sarpong' })
    const page = await openList('/admin/customers?search=sarpong')
    await page.getByRole('checkbox', { name: 'Select Yaa Sarpong' }).click()
    await page.getByRole('button', { name: 'Move to trash' }).click()
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor()
    await page.getByRole('link', { name: 'Trash' }).click()
    await page.getByRole('button', { name: 'Restore Yaa Sarpong' }).click()
    await said(page, /Yaa Sarpong is back in the list/)
  })
})

describe('adding somebody', () => {
  test('who has the address already is shown instead of added twice; typing is not lost unasked', async () => {
    const { email } = await signUpCustomer({ first_name: 'Esi', last_name: 'Boatemaa' })
    const page = await openList('/admin/customers/new')
    await page.getByRole('button', { name: 'Add customer' }).click()
    await said(page, /Please fill this in/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('text')

    await page.getByLabel('First name').fill('Esi')
    await page.getByLabel('Email').fill(email)
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

describe('from anywhere', () => {
  test('the palette finds customers and pages; its choice is told to who can not see it', async () => {
    await signUpCustomer({ first_name: 'Ọmọlará', last_name: 'Ẹniọlá' })
    const page = await openList('/admin/customers/new')
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('omolara')
    const option = page.getByRole('option', { name: /Ọmọlará Ẹniọlá/ })
    await option.waitFor()
    const field = page.getByRole('combobox', { name: /Find a customer/ })
    await expect
      .poll(async () => field.getAttribute('aria-activedescendant'))
      .toBe(await option.getAttribute('id'))
    await field.fill('trash')
    await page.getByRole('option', { name: 'Trash' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor()
  })

  test('single keys do nothing once they are turned off', async () => {
    const page = await openList()
    await page.keyboard.press('?')
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('c')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /Find a customer/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/admin/customers')
  })
})

const addresses = ['/admin/customers', '/admin/customers?trashed=true', '/admin/customers/new']

describe.each(['light', 'dark'] as const)('everybody can use the pages of the desk, %s', (colorScheme) => {
  test.each(addresses)('%s', async (address) => {
    const page = await openList(address, { colorScheme })
    await page.getByRole('main').locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    await expectNoViolations(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await expectNoViolations(page)
    await screenshot(page, `${address.replace(/\W+/g, '-').slice(1)}-${colorScheme}`)
  })

  test('the sign-in page', async () => {
    await expectNoViolations(await openPage('/admin/sign-in', { colorScheme }))
  })
})
