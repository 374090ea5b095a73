import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

/** Old phones and slow lines: what a page of the portal weighs before it can be used, beyond the font. */
const portalLimit = 80_000

const folder = path.resolve(import.meta.dirname, '../dist')
type Chunk = { file: string; imports?: string[]; css?: string[] }
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

const weight = (file: string) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length
const weightOf = (...names: string[]) => [...filesOf(names)].reduce((sum, file) => sum + weight(file), 0)

const pages = Object.keys(manifest).filter((name) => /^src\/portal\/features\/.+-page\.tsx$/.test(name))

describe('budgets', () => {
  test.each(pages)('%s is at most 80 kB with all that it needs', (page) => {
    expect(weightOf('index.html', page)).toBeLessThanOrEqual(portalLimit)
  })

  test('the pages are found, and counted with the shell and React', () => {
    expect(pages.length).toBeGreaterThanOrEqual(7)
    const files = [...filesOf(['index.html', ...pages.slice(0, 1)])]
    expect(files.some((file) => file.includes('react-'))).toBe(true)
    expect(files.some((file) => file.endsWith('.css'))).toBe(true)
  })
})
