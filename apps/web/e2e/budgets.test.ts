import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

/** Old phones and slow lines: what a page of the portal weighs before it can be used, beyond the font. */
const portalLimit = 80_000
/** The console may weigh more: it is opened once a day, on machines of the store. */
const consoleLimits = { signIn: 210_000, page: 260_000, styles: 30_000 }

const folder = path.resolve(import.meta.dirname, '../dist')
type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))

const chunk = (name: string): Chunk => {
  const found = manifest[name]
  if (!found) throw new Error(`${name} is not among the built files.`)
  return found
}

/** The files that are loaded for these entries, each once: scripts that they import, and their styles. */
function filesOf(names: string[], seen = new Set<string>()): Set<string> {
  const files = new Set<string>()
  for (const name of names.filter((one) => !seen.has(one))) {
    seen.add(name)
    const { file, css = [], imports = [] } = chunk(name)
    for (const one of [file, ...css, ...filesOf(imports, seen)]) files.add(one)
  }
  return files
}

/** The scripts that an entry can ever load. */
function everything(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return new Set()
  seen.add(name)
  const { file, imports = [], dynamicImports = [] } = chunk(name)
  return new Set([file, ...[...imports, ...dynamicImports].flatMap((one) => [...everything(one, seen)])])
}

const nameOf = (file: string) => /assets\/(.+)-[\w-]{8}\.\w+$/.exec(file)?.[1] ?? file
const builtNames = Object.values(manifest).flatMap(({ file }) => (file.endsWith('.js') ? [nameOf(file)] : []))
/** Groups of the build that only one of both sides may load. */
const ofOneSide = ['preact', 'portal', 'frame', 'react', 'console', 'kit', 'shell']

const weight = (file: string) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length
const weightOf = (...names: string[]) => [...filesOf(names)].reduce((sum, file) => sum + weight(file), 0)

const pages = Object.keys(manifest).filter((name) =>
  /^src\/portal\/(features|pages)\/.+-page\.tsx$/.test(name),
)

describe('budgets', () => {
  test.each(pages)('%s is at most 80 kB with all that it needs', (page) => {
    expect(weightOf('index.html', page)).toBeLessThanOrEqual(portalLimit)
  })

  test('the pages are found, and counted with the frame and Preact', () => {
    expect(pages.length).toBeGreaterThanOrEqual(7)
    const files = [...filesOf(['index.html', ...pages.slice(0, 1)])]
    expect(files.some((file) => file.includes('/preact-'))).toBe(true)
    expect(files.some((file) => file.endsWith('.css'))).toBe(true)
  })

  test('portal and console bring each other nothing but what both begin with', () => {
    const ofConsole = everything('admin.html')
    const shared = [...everything('index.html')].filter((file) => ofConsole.has(file))
    for (const name of ofOneSide)
      expect(
        builtNames.filter((one) => one === name),
        name,
      ).toEqual([name])
    expect(shared.map(nameOf).filter((name) => ofOneSide.includes(name))).toEqual([])
    // The words for refusals, devices and codes, and the drawing of a code: nothing of a page.
    const words = shared.filter((file) => nameOf(file) !== 'base')
    expect(words.reduce((sum, file) => sum + weight(file), 0)).toBeLessThanOrEqual(12_000)
  })

  test.each(pages)('%s needs few files', (page) => {
    expect(filesOf(['index.html', page]).size).toBeLessThanOrEqual(11)
  })

  const console = Object.keys(manifest).filter((name) => /^src\/console\/.+-page\.tsx$/.test(name))
  const scripts = (...names: string[]) => [...filesOf(names)].filter((file) => file.endsWith('.js'))
  const sum = (files: string[]) => files.reduce((total, file) => total + weight(file), 0)

  test('the sign-in page of the console is at most 210 kB of scripts', () => {
    const page = 'src/console/features/account/sign-in-page.tsx'
    expect(sum(scripts('admin.html', page))).toBeLessThanOrEqual(consoleLimits.signIn)
  })

  test.each(console)('%s is at most 260 kB of scripts and 30 kB of styles with all that it needs', (page) => {
    const names = ['admin.html', 'src/console/app/shell.tsx', page]
    expect(sum(scripts(...names))).toBeLessThanOrEqual(consoleLimits.page)
    const styles = [...filesOf(names)].filter((file) => file.endsWith('.css'))
    expect(sum(styles)).toBeLessThanOrEqual(consoleLimits.styles)
  })

  test('no page brings the schemas: they compile themselves, which our policy forbids', () => {
    const scripts = Object.values(manifest).filter(({ file }) => file.endsWith('.js'))
    const withSchemas = scripts.filter(({ file }) =>
      readFileSync(path.join(folder, file), 'utf8').includes('$ZodType'),
    )
    expect(withSchemas.map(({ file }) => file)).toEqual([])
  })
})
