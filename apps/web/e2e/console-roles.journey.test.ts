import { describe, expect, test } from 'vitest'
import { desk, heading, openConsole, said, settled, signUpStaff } from './console.ts'
import { serveAll, signUpCustomer } from './harness.ts'

serveAll()

/** What each role sees of the console: the places, what can be done to a customer, and the parts of their page. */
const sees = {
  manager: {
    places: ['Customers', 'Settings'],
    mayAdd: true,
    tabs: ['Profile', 'Notes', 'History', 'Sessions'],
    mayEdit: true,
    mayWrite: true,
    mayTrash: true,
  },
  cashier: {
    places: ['Customers', 'Settings'],
    mayAdd: true,
    tabs: ['Profile', 'Notes', 'History'],
    mayEdit: true,
    mayWrite: true,
    mayTrash: false,
  },
  marketer: {
    places: ['Customers', 'Settings'],
    mayAdd: false,
    tabs: ['Profile', 'Notes', 'History'],
    mayEdit: false,
    mayWrite: false,
    mayTrash: false,
  },
  auditor: {
    places: ['Customers', 'Settings'],
    mayAdd: false,
    tabs: ['Profile', 'Notes', 'History'],
    mayEdit: false,
    mayWrite: false,
    mayTrash: false,
  },
} as const

describe.each(Object.entries(sees))('as %s', (role, may) => {
  test('only what the role may do is offered', async () => {
    const customer = await signUpCustomer({ first_name: 'Sefa', last_name: `Owusu ${role}` })
    const reader = await signUpStaff(role as keyof typeof sees)
    const page = await openConsole('/admin/customers?search=owusu', { ...desk, as: reader })
    await settled(page)
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()).toEqual(
      may.places,
    )
    expect(await page.getByRole('link', { name: 'Add customer' }).count()).toBe(Number(may.mayAdd))
    expect(await page.getByRole('checkbox', { name: 'Select all on this page' }).count()).toBe(
      Number(may.mayTrash),
    )

    await page.goto(`/admin/customers/${customer.id}`)
    await heading(page, /Sefa Owusu/)
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(may.tabs)
    const edit = page.getByRole('button', { name: 'Edit profile' })
    expect((await edit.count()) === 1 && (await edit.isEnabled())).toBe(may.mayEdit)
    await page.getByRole('button', { name: 'Actions' }).click()
    const trash = page.getByRole('menuitem', { name: /Move to the trash/ })
    await trash.waitFor()
    expect((await trash.getAttribute('aria-disabled')) !== 'true' && (await trash.isEnabled())).toBe(
      may.mayTrash,
    )
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Notes' }).click()
    await settled(page)
    expect(await page.getByRole('textbox', { name: 'New note' }).count()).toBe(Number(may.mayWrite))

    await page.goto('/admin/staff')
    await heading(page, 'Only owners see this page')
    await page.goto('/admin/settings')
    await said(page, /Only an owner may change/)
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
  })
})
