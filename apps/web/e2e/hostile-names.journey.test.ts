import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { newEmail, password, serveAll, serverFiles } from './harness.ts'
import { createApi, open, patience, shows, signIn, worst } from './hostile-text.page.ts'
import { fileNames, payloads } from './hostile-text.payloads.ts'
import { owner } from './real-server.ts'

serveAll()

/** Whether one of the texts of bad intent is in it, as it is or as an address spells it. */
const holdsAny = (texts: readonly string[], where: string) =>
  texts.filter((text) => where.includes(text) || where.includes(encodeURIComponent(text)))

/** Others are in any address: a dot, a space. */
const isTelling = (name: string) => name.length > 8

const picture = () =>
  sharp({ create: { width: 300, height: 300, channels: 3, background: '#c81e1e' } })
    .jpeg()
    .toBuffer()

/** Chooses a picture of this name, as the list of files of a device would. */
async function choosePicture(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'image/jpeg', buffer }
  await page.locator('input[type="file"]').first().setInputFiles(file)
  await page.locator('dialog[open]').waitFor()
}

describe.each([
  ['by its policy', false],
  ['even without its policy', true],
])('a page runs nothing that a file or a device is called, %s', (_, bypassCSP) => {
  test('the name of a picture, which never leaves the device', patience, async () => {
    const { page, expectNothingRan } = await open('/sign-in/?next=/profile/', { bypassCSP })
    const api = await createApi(page)
    const email = newEmail()
    await api('POST', '/api/customers/register/', {
      email,
      password,
      password_confirm: password,
      first_name: 'Ama',
      last_name: '',
    })
    await signIn(page, email, password)
    const said: string[] = []
    page.on('request', (request) =>
      said.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData()}`),
    )
    const jpeg = await picture()
    const names = [...fileNames, ...payloads]
    for (const name of names) {
      await choosePicture(page, name, jpeg)
      await page.locator('dialog .button-primary:not([aria-disabled])').waitFor()
      await expectNothingRan()
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
    }
    await choosePicture(page, worst, Buffer.from(worst))
    await shows(page, 'can’t be read as a picture')
    await expectNothingRan()
    await page.keyboard.press('Escape')

    const avatar = page.locator('img.avatar')
    for (const name of fileNames.slice(0, 8)) {
      const before = (await avatar.count()) ? await avatar.first().getAttribute('src') : ''
      await choosePicture(page, name, jpeg)
      await page.getByRole('button', { name: 'Use this picture' }).click()
      await page.locator('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => avatar.first().getAttribute('src')).not.toBe(before)
      expect(await avatar.first().getAttribute('src')).toMatch(/^\/media\/pictures\/[\da-f-]{36}-256\.webp$/)
    }
    await expectNothingRan()
    expect(said.flatMap((one) => holdsAny(names.filter(isTelling), one))).toEqual([])
    expect(serverFiles().filter((name) => /ran|passwd|win\.ini|htaccess/i.test(name))).toEqual([])
  })

  test('what a device says of itself, to its owner and to staff', patience, async () => {
    const { page, expectNothingRan } = await open('/sign-in/', { bypassCSP })
    const api = await createApi(page)
    const email = newEmail()
    const about = { email, password, password_confirm: password, first_name: 'Ama', last_name: '' }
    const { customer } = await api('POST', '/api/customers/register/', about)
    const devices = payloads.filter((_, place) => place % 3 === 0)
    for (const device of devices) {
      const headers = { 'user-agent': device }
      const login = { method: 'POST', headers, data: { email, password } }
      expect((await page.request.fetch('/api/customers/login/', login)).ok(), device).toBe(true)
    }
    await page.goto('/sign-in/?next=/security/')
    await signIn(page, email, password)
    await page.getByRole('heading', { name: 'Where you are signed in' }).click()
    await shows(page, 'Unknown device')
    await expectNothingRan()
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await shows(page, 'Signed in elsewhere')
    await expectNothingRan()
    await page.getByRole('button', { name: 'Sign out here' }).click()

    await signIn(page, owner.email, owner.password)
    await page.goto(`/admin/customers/${customer.id}?tab=sessions`)
    for (const device of devices) await shows(page, device.slice(0, 60))
    await expectNothingRan()
  })
})
