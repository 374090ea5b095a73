import { describe, expect, test } from 'vitest'
import { newEmail, password, serveAll } from './harness.ts'
import { createApi, open, patience, shows, signIn, worst } from './hostile-text.page.ts'
import { payloads } from './hostile-text.payloads.ts'
import { owner } from './real-server.ts'

serveAll()

const all = payloads.join('\n')
const customers = '/api/customers/admin/customers/'

/** Everything that a customer may say of themselves, said with a bad intent. */
const hostile = (payload: string) => ({
  first_name: payload,
  last_name: worst,
  street_address: payload,
  city: payload.slice(0, 100),
  province_state: worst,
  postal_code: '"><b onclick=ran()>',
  country: worst,
  dietary_preferences: all.slice(0, 2_000),
  favorite_products: all.slice(-2_000),
})

describe.each([
  ['by its policy', false],
  ['even without its policy', true],
])('a page runs nothing that somebody wrote, %s', (_, bypassCSP) => {
  test(
    'in the console: list, customer, notes, history, search and what it says at the edge',
    patience,
    async () => {
      const { page, expectNothingRan } = await open('/admin/customers?page_size=100', { bypassCSP })
      const api = await createApi(page)
      for (const payload of payloads) await api('POST', customers, { email: newEmail(), ...hostile(payload) })
      const one = await api('POST', customers, { email: newEmail(), ...hostile(worst) })
      await api('POST', `${customers}${one.id}/notes/`, { note: all })
      await api('PATCH', '/api/store/', { name: worst })

      await page.reload()
      await signIn(page, owner.email, owner.password)
      for (const payload of payloads) await shows(page, payload)
      await expectNothingRan()

      const address = `/admin/customers/${one.id}`
      for (const [tab, text] of [
        ['profile', all.slice(-200)],
        ['notes', all],
        ['history', worst],
        ['sessions', worst],
      ] as const) {
        await page.goto(`${address}?tab=${tab}`)
        await shows(page, text)
        await expectNothingRan()
      }
      await page.goto(`${address}?edit=yes`)
      await shows(page, '"><b onclick=ran()>')
      await expectNothingRan()

      await page.goto(address)
      await page.getByRole('button', { name: 'Actions' }).click()
      await page.getByRole('menuitem', { name: 'Deactivate' }).click()
      await shows(page, `${worst} ${worst} can no longer sign in.`)
      await expectNothingRan()

      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /Find a customer/ }).fill('onerror')
      await page.getByRole('option').filter({ hasText: worst }).first().waitFor()
      await expectNothingRan()
      await page.keyboard.press('Escape')

      await page.goto(
        `/admin/customers?search=${encodeURIComponent(worst)}&city=${encodeURIComponent(worst)}`,
      )
      await shows(page, worst)
      await expectNothingRan()
    },
  )

  test('in the portal: name, address, wishes and the name of the store', patience, async () => {
    const { page, expectNothingRan } = await open('/sign-in/', { bypassCSP })
    const api = await createApi(page)
    await api('PATCH', '/api/store/', { name: worst })
    const email = newEmail()
    const about = { email, password, password_confirm: password, ...hostile(worst) }
    await api('POST', '/api/customers/register/', about)

    await page.goto('/sign-in/')
    await expect.poll(() => page.title()).toContain(worst)
    await signIn(page, email, password)
    await shows(page, worst)
    await expectNothingRan()
    for (const [address, text] of [
      ['/profile/', '"><b onclick=ran()>'],
      ['/preferences/', all.slice(-200)],
      ['/security/', worst],
    ] as const) {
      await page.goto(address)
      await shows(page, text)
      await expectNothingRan()
    }
    for (const parameter of ['next', 'token', 'email']) {
      await page.goto(`/reset-password/?${parameter}=${encodeURIComponent(worst)}`)
      await page.locator('h1').first().waitFor()
      await expectNothingRan()
    }
  })
})
