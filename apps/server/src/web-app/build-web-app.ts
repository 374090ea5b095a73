import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../../..')
const web = path.join(root, 'apps/web')

/** Where the built pages lie. */
export const builtFolder = path.join(web, 'dist')

/** What the pages are made from. */
const sources = [
  ...[
    'src',
    'public',
    'messages',
    'index.html',
    'admin.html',
    'vite.config.ts',
    'compact-messages.ts',
    'publish-build.ts',
    'package.json',
  ].map((name) => path.join(web, name)),
  path.join(root, 'packages/client/src'),
  path.join(root, 'packages/contract/src'),
]
const generated = path.join(web, 'src/messages')

/** Builds the pages when they are missing or older than what they are made from. Some seconds, once. */
export async function buildWebApp(say: (line: string) => void): Promise<void> {
  const built = changedAt(path.join(builtFolder, 'manifest.json'))
  if (built > Math.max(...sources.map(newestIn))) return
  say(built === 0 ? 'Building the web pages (first run) …' : 'Building the web pages, which have changed …')
  await build()
}

/** In a process of its own, whose memory is free again afterwards. */
async function build(): Promise<void> {
  const manifest = createRequire(path.join(web, 'package.json')).resolve('vite/package.json')
  const args = [path.join(path.dirname(manifest), 'bin/vite.js'), 'build', '--logLevel', 'warn']
  // Whoever asks, a test run too, gets the pages that customers get.
  // biome-ignore lint/style/noProcessEnv: the builder needs the environment as it is
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, args, { cwd: web, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The web pages could not be built:\n${said}`)
}

const changedAt = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0)

function newestIn(file: string): number {
  if (file === generated || !existsSync(file)) return 0
  if (!statSync(file).isDirectory()) return changedAt(file)
  return Math.max(changedAt(file), ...readdirSync(file).map((name) => newestIn(path.join(file, name))))
}
