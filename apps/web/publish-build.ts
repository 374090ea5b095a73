import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const served = path.join(import.meta.dirname, 'dist')
/** How long files stay that pages no longer name: for tabs that are open since then, and parts of them not yet asked for. */
const keptDays = 7

/** Builds beside what is served, which stays as it is until the build has come to its end. */
export function publishBuild(): Plugin {
  const fresh = `${served}-${process.pid}`
  return {
    name: 'publish-build',
    apply: 'build',
    config: () => ({ build: { outDir: fresh } }),
    writeBundle: { order: 'post', sequential: true, handler: () => publish(fresh, served) },
    closeBundle: () => rmSync(fresh, { recursive: true, force: true }),
  }
}

/**
 * Puts a build where the pages are served from. A document never names a file that is not there: files come before the
 * documents that name them, each whole, and what was named until now goes a week later.
 */
export function publish(fresh: string, folder: string, now = new Date()): void {
  const assets = path.join(folder, 'assets')
  mkdirSync(assets, { recursive: true })
  const named = namedBy(folder)
  for (const name of readdirSync(assets))
    if (named.has(plain(name))) utimesSync(path.join(assets, name), now, now)
  forgetOld(assets, now)
  moveAll(path.join(fresh, 'assets'), assets)

  rmSync(path.join(fresh, 'assets'), { recursive: true })
  const gone = new Set(filesIn(folder))
  for (const name of filesIn(fresh)) gone.delete(name)
  moveAll(fresh, folder)
  for (const name of gone) rmSync(path.join(folder, name), { force: true })
}

/** The manifest goes last: whoever finds it new finds everything new. */
function moveAll(from: string, to: string): void {
  const names = readdirSync(from).sort((a, b) => Number(isManifest(a)) - Number(isManifest(b)))
  for (const name of names) renameSync(path.join(from, name), path.join(to, name))
}

/** A file's time says until when pages named it. */
function forgetOld(assets: string, now: Date): void {
  const since = now.getTime() - keptDays * 24 * 3_600_000
  for (const name of readdirSync(assets)) {
    const file = path.join(assets, name)
    if (statSync(file).mtimeMs < since) rmSync(file)
  }
}

type Manifest = Record<string, { file: string; css?: string[]; assets?: string[] }>

/** The files of the build that lies in a folder. */
function namedBy(folder: string): Set<string> {
  const file = path.join(folder, 'manifest.json')
  if (!existsSync(file)) return new Set()
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  const files = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [
    file,
    ...css,
    ...assets,
  ])
  return new Set(files.map((one) => path.basename(one)))
}

const isManifest = (name: string) => name === 'manifest.json'
const plain = (name: string) => name.replace(/\.(br|gz)$/, '')
const filesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
