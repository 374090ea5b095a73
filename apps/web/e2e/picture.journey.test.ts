import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { serveAll, signUpCustomer, tabTo } from './harness.ts'
import { enter, look, press, pressByKey, said, wordsOf } from './rooms.ts'

serveAll()

const room = '/profile/'
const red = { r: 200, g: 30, b: 30 }
const blue = { r: 30, g: 30, b: 200 }

/** Wide, red on its left and blue on its right: what was cut out of it can be told by its colour. */
async function redAndBlue(): Promise<Buffer> {
  const half = await sharp({ create: { width: 600, height: 400, channels: 3, background: blue } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 1200, height: 400, channels: 3, background: red } })
    .composite([{ input: half, left: 600, top: 0 }])
    .jpeg()
    .toBuffer()
}

/** Chooses a file the way that somebody does, by the button. */
async function choose(page: Page, buffer: Buffer, name = 'me.jpg', type = 'image/jpeg', by = press) {
  const asking = page.waitForEvent('filechooser')
  await by(page, wordsOf(await languageOf(page)).profile_picture_choose)
  await (await asking).setFiles({ name, mimeType: type, buffer })
}
const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang as 'en' | 'fr')

const avatar = (page: Page) => page.locator('img.avatar')
const addressOf = async (page: Page) => (await avatar(page).first().getAttribute('src')) ?? ''

/** The picture as it is served, by the colour on average and its size. */
async function served(page: Page) {
  const { href } = new URL(await addressOf(page), page.url())
  const picture = sharp(Buffer.from(await (await fetch(href)).arrayBuffer()))
  const [{ width, height }, { channels }] = await Promise.all([picture.metadata(), picture.stats()])
  const [r = 0, , b = 0] = channels.map(({ mean }) => mean)
  return { width, height, isRed: r > 150 && b < 80, isBlue: b > 150 && r < 80 }
}

const ready = (page: Page) => page.locator('dialog[open] .button-primary:not([aria-disabled])').waitFor()

describe.each(['en', 'fr'] as const)('by keyboard alone, on a phone (%s)', (language) => {
  const w = wordsOf(language)

  test('a picture is chosen, moved and zoomed, sent and removed', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: `${language}-CA` })
    await choose(page, await redAndBlue(), 'me.jpg', 'image/jpeg', pressByKey)
    await ready(page)
    await tabTo(page, w.profile_picture)
    await said(page, w.profile_picture_move)
    for (let presses = 0; presses < 60; presses++) await page.keyboard.press('ArrowRight')
    await tabTo(page, w.profile_picture_zoom)
    await page.keyboard.press('ArrowRight')
    await pressByKey(page, w.profile_picture_use)
    await said(page, w.profile_picture_saved)
    await avatar(page).waitFor()
    expect(await served(page)).toMatchObject({ width: 256, height: 256, isRed: true })
    await pressByKey(page, w.profile_picture_remove)
    await said(page, w.profile_picture_removed)
    await expect.poll(() => avatar(page).count()).toBe(0)
    // Its button is gone: the one that chooses another has the focus.
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toBe(w.profile_picture_choose)
    await pressByKey(page, w.ui_undo)
    await said(page, w.profile_picture_put_back)
    await avatar(page).waitFor()
    await expect.poll(focused).toBe(w.profile_picture_choose)
  })
})

test('who touches the screen hears of fingers, and of the keys as soon as a keyboard is used', async () => {
  const page = await enter(room, await signUpCustomer(), { hasTouch: true, isMobile: true })
  const asking = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).tap()
  await (await asking).setFiles({
    name: 'me.jpg',
    mimeType: 'image/jpeg',
    buffer: await redAndBlue(),
  })
  await ready(page)
  const [fingers, keys] = [page.getByText(/Drag the picture with a finger/), page.getByText(/arrow keys/)]
  await fingers.waitFor()
  expect(await keys.isVisible()).toBe(false)
  await page.keyboard.press('Tab')
  await keys.waitFor()
  expect(await fingers.isVisible()).toBe(false)
  await look(page, 'picture-cut-touch')
})

test('it is sent with its progress, and shows at once on every page and in every tab', async () => {
  const page = await enter(room, await signUpCustomer())
  const home = await page.context().newPage()
  await home.goto('/')
  await home.getByText('Customer since').waitFor()
  await page.bringToFront()
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/profile/picture/', async (route) => {
    await held
    await route.continue()
  })
  await choose(page, await redAndBlue())
  await ready(page)
  await look(page, 'picture-cut')
  await press(page, 'Use this picture')
  await page.getByRole('progressbar', { name: 'Sending the picture' }).waitFor()
  await look(page, 'picture-sending')
  goOn()
  await said(page, 'Your new picture is here.')
  await avatar(page).waitFor()
  await look(page, 'picture-there')
  await avatar(home).waitFor()
  expect(await addressOf(home)).toBe(await addressOf(page))
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByText('Customer since').waitFor()
  expect(await addressOf(page)).toBe(await addressOf(home))
})

test('it is removed on request, and can be put back', async () => {
  const page = await enter(room, await signUpCustomer())
  await choose(page, await redAndBlue())
  await ready(page)
  await press(page, 'Use this picture')
  await avatar(page).waitFor()
  await press(page, 'Remove')
  await said(page, 'Your picture is removed.')
  expect(await avatar(page).count()).toBe(0)
  await press(page, 'Undo')
  await avatar(page).waitFor()
  expect((await served(page)).width).toBe(256)
})

describe('what does not work is told', () => {
  test.each([
    ['a text that calls itself a picture', 'me.jpg', 'image/jpeg', Buffer.from('My face, in words.')],
    [
      'a picture of a phone that browsers cannot read',
      'IMG_1.HEIC',
      'image/heic',
      Buffer.from('....ftypheic'),
    ],
  ])('%s', async (_, name, type, content) => {
    const page = await enter(room, await signUpCustomer())
    await choose(page, content, name, type)
    await said(page, /can’t be read as a picture\. Choose a JPEG, PNG, WebP or AVIF/)
    await look(page, `picture-wrong-${name.slice(0, 2)}`)
    await press(page, 'Close')
    expect(await avatar(page).count()).toBe(0)
    await choose(page, await redAndBlue())
    await ready(page)
    await press(page, 'Use this picture')
    await avatar(page).waitFor()
  })

  test('a line that breaks: the picture waits in the dialog and is sent again', async () => {
    const page = await enter(room, await signUpCustomer())
    await choose(page, await redAndBlue())
    await ready(page)
    await page.context().setOffline(true)
    await press(page, 'Use this picture')
    await page.locator('dialog [role="alert"]').filter({ hasText: 'No connection to the store' }).waitFor()
    await page.context().setOffline(false)
    await press(page, 'Use this picture')
    await avatar(page).waitFor()
  })

  test('what the server refuses is told in the dialog', async () => {
    const page = await enter(room, await signUpCustomer(), { locale: 'fr-CA' })
    await page.route('**/profile/picture/', (route) =>
      route.fulfill({
        status: 400,
        json: { picture: ['This picture moves. Choose one that stands still.'] },
      }),
    )
    await choose(page, await redAndBlue())
    await ready(page)
    await press(page, 'Utiliser cette photo')
    await said(page, 'Cette image bouge. Choisissez-en une fixe.')
  })
})
