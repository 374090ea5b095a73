import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startServer } from '../../../bench/servers/start.ts'
import { launchChromium } from './chromium.ts'

/** `npm run pictures`: takes the pictures of the README anew, from a store with the made-up people. */
const port = 8407
const address = `http://localhost:${port}`
const root = path.resolve(import.meta.dirname, '../../..')
const folder = path.join(root, 'docs/pictures')
/** Of the made-up people: an owner who is a customer too. */
const owner = { email: 'folake.owner@example.com', password: 'Jollof-Friday-24' }

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-pictures-'))
const env = { DATA_DIR: dataDir, METRICS_PORT: '9407', PUBLIC_URL: address, DEBUG: 'true' }
const server = await startServer({ file: 'apps/server/src/main.ts', port, env })
const browser = await launchChromium()
try {
  fillStore()
  mkdirSync(folder, { recursive: true })
  await takePhone(browser)
  await takeDesk(browser)
} finally {
  await browser.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

function fillStore(): void {
  execFileSync(process.execPath, [path.join(root, 'apps/server/src/cli.ts'), 'seed', '--demo'], {
    cwd: dataDir,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
  })
}

async function takePhone(browser: Browser): Promise<void> {
  const page = await open(browser, { width: 390, height: 844 })
  await page.goto('/sign-in/')
  await take(page, 'sign-in')
  await signIn(page)
  await take(page, 'home')
  await page.goto('/preferences/')
  await take(page, 'preferences')
  await page.goto('/admin/customers')
  await take(page, 'customers-phone')
}

async function takeDesk(browser: Browser): Promise<void> {
  const page = await open(browser, { width: 1440, height: 900 })
  await page.goto('/sign-in/')
  await signIn(page)
  await page.goto('/admin/customers')
  await take(page, 'customers')
  await page.getByRole('link', { name: 'Marie-Ange Jean-Baptiste' }).click()
  await page.getByRole('heading', { level: 1, name: 'Marie-Ange Jean-Baptiste' }).waitFor()
  await take(page, 'customer')
}

async function open(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    baseURL: address,
    locale: 'en-CA',
    timezoneId: 'America/Toronto',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

async function signIn(page: Page): Promise<void> {
  await page.fill('input[name=email]', owner.email)
  await page.fill('input[name=password]', owner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${address}/`)
}

async function take(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.skeleton, [aria-busy=true]')].every((part) => !part.checkVisibility()),
  )
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
