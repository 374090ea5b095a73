import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium of this machine, which it installs where it may. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium() ?? downloaded() ?? installChromium()
  return chromium.launch({ executablePath, args: flags })
}

/** The Chromium of this machine, or the one that was named. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH: there is no ${given}.`)
  return given || usualPlaces.find((place) => existsSync(place))
}

/** From Debian's packages where we may, else Playwright's own download. */
function installChromium(): string {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const attempts = [...(mayInstall ? [installFromDebian] : []), download]
  const reasons: string[] = []
  for (const attempt of attempts) {
    reasons.push(tryTo(attempt))
    const found = findChromium() ?? downloaded()
    if (found) return found
  }
  throw new Error(
    `The journeys need Chromium, and there is none: install it ("apt-get install chromium"), or set CHROMIUM_PATH.\n${reasons.join('\n')}`,
  )
}

function installFromDebian(): void {
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
}

const playwright = path.join(path.dirname(fileURLToPath(import.meta.resolve('playwright-core'))), 'cli.js')
const download = () => run(process.execPath, [playwright, 'install', 'chromium'])

const downloaded = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

const run = (program: string, parameters: string[]) =>
  execFileSync(program, parameters, { stdio: 'pipe', timeout: 600_000 })

/** Why it failed, when it did. */
function tryTo(attempt: () => unknown): string {
  try {
    attempt()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
