import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import lighthouse, { type Result } from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { findChromium, flags } from '../../apps/web/e2e/chromium.ts'

export type Visitor = {
  /** Where the server answers. */
  address: string
  /** Who signs in before; nobody without. */
  login?: { email: string; password: string }
}

const debuggingPort = 9406

/**
 * Opens a page as somebody who was never there before: each visit has a browser of its own, with nothing in its cache or
 * storage but, where `login` says so, the cookie of a session. Resolves to what Lighthouse found.
 */
export async function visit(page: string, { address, login }: Visitor): Promise<Result> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'crm-visit-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...flags, `--remote-debugging-port=${debuggingPort}`],
  })
  try {
    if (login) await signIn(browser, address, login)
    const found = await look(address + page)
    // A browser that has only just started may miss the beginning of its first page.
    const seen = found.runtimeError?.code === 'NO_NAVSTART' ? await look(address + page) : found
    if (seen.runtimeError) throw new Error(`${page}: ${seen.runtimeError.message}`)
    return seen
  } finally {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** From an address that needs none of what pages need; they ask for a session where this device had one. */
async function signIn(browser: BrowserContext, address: string, login: object): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${address}/health/live`)
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'crm' }
    const answer = await fetch('/api/browser/login/', { method: 'POST', headers, body })
    localStorage.setItem('signed-in', 'yes')
    return answer.status
  }, JSON.stringify(login))
  if (status !== 200) throw new Error(`Nobody could sign in: ${status}.`)
  await page.close()
}

async function look(url: string): Promise<Result> {
  const answer = await lighthouse(url, { port: debuggingPort, disableStorageReset: true, logLevel: 'error' })
  if (!answer) throw new Error(`Lighthouse has nothing to say of ${url}.`)
  return answer.lhr
}
