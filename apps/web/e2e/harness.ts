import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { findMail, listMails } from '../../server/src/platform/mail/development-mailbox.ts'
import { launchChromium } from './chromium.ts'
import { type RealServer, startRealServer } from './real-server.ts'

export const sizes = { phone: 390, tablet: 820, desk: 1440 } as const
export const password = 'Baobab-Mango-27!'
const pictures = path.resolve(import.meta.dirname, '../../../.test-results')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const patienceMs = 10_000
/** `JOURNEY_WIDTH=820 npm test` goes every way at another width than the one that its journey chose. */
const forcedWidth = process.env.JOURNEY_WIDTH ? Number(process.env.JOURNEY_WIDTH) : undefined

let browser: Browser
let server: RealServer

/** Every journey of a file goes over one server and one browser. */
export function serveAll(settings?: Record<string, string>): void {
  beforeAll(async () => {
    server = await startRealServer(settings)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
}

/** The link that the server printed for whoever sets the store up; still good after its database was made ownerless. */
export const printedSetupLink = (): string => {
  const link = /\S+\/setup\/\?\S+/.exec(server.said())?.[0]
  if (!link) throw new Error(`The server printed no link:\n${server.said()}`)
  return link
}

export const serverDatabase = () => server.database

/** The names of all files that the server keeps beside its database. */
export const serverFiles = () => server.files()

export type View = Pick<
  BrowserContextOptions,
  'bypassCSP' | 'colorScheme' | 'hasTouch' | 'isMobile' | 'locale' | 'reducedMotion' | 'serviceWorkers'
> & {
  width?: number
  /** What the journey takes away on purpose: that it is missed is no complaint. */
  mayMiss?: string
}

/**
 * Opens a page as somebody new on a device of their own. When the test is over, the page must have thrown nothing,
 * complained of nothing, and asked for nothing that its policy forbids.
 */
export async function openPage(address: string, view: View = {}): Promise<Page> {
  const { width = sizes.phone, locale = 'en-CA', mayMiss, ...rest } = view
  const context = await browser.newContext({
    viewport: { width: forcedWidth ?? width, height: 844 },
    locale,
    timezoneId: 'America/Toronto',
    baseURL: server.url,
    // Looks are compared at rest.
    reducedMotion: 'reduce',
    ...rest,
  })
  context.setDefaultTimeout(patienceMs)
  // A script that catches the policy's refusal says nothing of it itself.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      reportError(new Error(`The policy refused ${blockedURI} by ${violatedDirective}.`)),
    ),
  )
  const page = await context.newPage()
  await debuggerOf(page)
  const complaints = listenFor(page, mayMiss)
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(address)
  await page.locator('h1').first().waitFor()
  return page
}

/** What a page says in its console; that the API refused something is no complaint. */
function listenFor(page: Page, mayMiss?: string): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const isRefusal =
      message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')
    const complaint = `${message.text()} ${message.location().url}`
    const isMissed = mayMiss && complaint.includes(mayMiss)
    if (['error', 'warning'].includes(message.type()) && !isRefusal && !isMissed) complaints.push(complaint)
  })
  return complaints
}

const debuggers = new WeakMap<Page, Promise<CDPSession>>()

/** One for the life of a page: a page that is taken offline is online for a moment when another one comes or goes. */
function debuggerOf(page: Page): Promise<CDPSession> {
  const debug = debuggers.get(page) ?? page.context().newCDPSession(page)
  debuggers.set(page, debug)
  return debug
}

/** Looks for what keeps people out, by the rules of WCAG 2.2 AA. The policy allows no foreign script, so the debugger brings it. */
export async function expectNoViolations(page: Page): Promise<void> {
  const debug = await debuggerOf(page)
  await debug.send('Runtime.evaluate', { expression: axe })
  const { result } = await debug.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`,
    awaitPromise: true,
    returnByValue: true,
  })
  expect(result.value, page.url()).toEqual([])
}

/** Pictures of a page at these sizes, to look at. */
export async function screenshot(page: Page, name: string, at: Partial<typeof sizes> = sizes): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const before = page.viewportSize()
  // What is fixed would be in the middle of the picture.
  await page.evaluate(() => scrollTo(0, 0))
  for (const [size, width] of Object.entries(at)) {
    await page.setViewportSize({ width, height: 844 })
    await page.screenshot({ path: path.join(pictures, `${name}-${size}.png`), fullPage: true })
  }
  if (before) await page.setViewportSize(before)
}

/** Goes from control to control as a keyboard does, until the one of this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  await page.locator('main [aria-busy="true"]:visible').first().waitFor({ state: 'detached' })
  const seen: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      const text = element?.labels?.[0]?.innerText || element?.ariaLabel || element?.innerText || ''
      return text.trim().split('\n')[0] ?? ''
    })
    if (focused === name) return
    seen.push(focused)
  }
  throw new Error(`The keyboard did not come to "${name}", but to ${seen.join(', ')}.`)
}

export async function typeInto(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await tabTo(page, label)
    await page.keyboard.type(text)
  }
}

/** The newest mail to this address whose text has these words; waits for it. */
export async function mailTo(address: string, words: string) {
  const { db } = server.database
  for (const start = Date.now(); Date.now() - start < patienceMs; await wait(100)) {
    for (const { id, recipient } of await listMails(db)) {
      const mail = recipient === address ? await findMail(db, id) : undefined
      if (mail?.text_body.includes(words)) return mail
    }
  }
  throw new Error(`No mail with ${words} came for ${address}.`)
}

/** The link in the newest mail to this address that leads there; waits for it. */
export async function linkMailedTo(address: string, pathOfLink: string): Promise<string> {
  const { text_body } = await mailTo(address, pathOfLink)
  return /https?:\/\/\S+/.exec(text_body)?.[0] ?? ''
}

/** Asks the API itself, for what a journey needs to have been done before it begins. */
export async function askApi(method: string, address: string, body: unknown, token?: string) {
  const answer = await fetch(server.url + address, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

export const newEmail = () => `${randomUUID()}@example.com`

/** A customer who is registered already. */
export async function signUpCustomer(
  fields: { first_name?: string; last_name?: string; city?: string; phone_number?: string } = {},
) {
  const given = { email: newEmail(), first_name: 'Ọlá', last_name: 'Adébáyọ̀', ...fields }
  const { customer } = await askApi('POST', '/api/customers/register/', {
    ...given,
    password,
    password_confirm: password,
  })
  return { ...given, password, id: String(customer.id) }
}
