import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publish } from './publish-build.ts'

let temp: string
beforeEach(() => {
  temp = mkdtempSync(path.join(os.tmpdir(), 'crm-build-'))
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

const folder = () => path.join(temp, 'dist')
const day = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)
const assets = () => readdirSync(path.join(folder(), 'assets')).sort()
const read = (name: string) => readFileSync(path.join(folder(), name), 'utf8')

/** Builds pages of these scripts, each with a compressed copy, and publishes them on a day from now. */
function build(scripts: string[], onDay: number, others = ['index.html']): void {
  const fresh = path.join(temp, 'fresh')
  const files = scripts.flatMap((name) => [`assets/${name}`, `assets/${name}.br`])
  mkdirSync(path.join(fresh, 'assets'), { recursive: true })
  for (const name of [...files, ...others]) writeFileSync(path.join(fresh, name), scripts.join(' '))
  const manifest = Object.fromEntries(scripts.map((name) => [name, { file: `assets/${name}` }]))
  writeFileSync(path.join(fresh, 'manifest.json'), JSON.stringify(manifest))
  publish(fresh, folder(), day(onDay))
}

describe('works', () => {
  test('the first build is there whole', () => {
    build(['a-1.js', 'b-1.js'], 0)
    expect(assets()).toEqual(['a-1.js', 'a-1.js.br', 'b-1.js', 'b-1.js.br'])
    expect([read('index.html'), Object.keys(JSON.parse(read('manifest.json')))]).toEqual([
      'a-1.js b-1.js',
      ['a-1.js', 'b-1.js'],
    ])
  })

  test('a page that was open before a build finds its files for a week more, however old they are', () => {
    build(['a-1.js', 'b-1.js'], 0)
    build(['a-2.js', 'b-1.js'], 100)
    build(['a-3.js', 'b-1.js'], 106)
    expect(assets()).toEqual(['a-1.js', 'a-2.js', 'a-3.js', 'b-1.js'].flatMap((name) => [name, `${name}.br`]))
    expect(read('index.html')).toBe('a-3.js b-1.js')
  })

  test('then they go, and what pages still name stays', () => {
    build(['a-1.js', 'b-1.js'], 0)
    build(['a-2.js', 'b-1.js'], 100)
    build(['a-3.js', 'b-1.js'], 108)
    expect(assets()).toEqual(['a-2.js', 'a-3.js', 'b-1.js'].flatMap((name) => [name, `${name}.br`]))
  })

  test('a file beside the pages that is made no more goes at once', () => {
    build(['a-1.js'], 0, ['index.html', 'old.svg'])
    build(['a-1.js'], 1, ['index.html', 'new.svg'])
    expect([existsSync(path.join(folder(), 'old.svg')), read('new.svg')]).toEqual([false, 'a-1.js'])
  })
})
