import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../messages')
const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
const placeholders = (text: unknown) =>
  [...String(JSON.stringify(text)).matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]).sort()

test.each(['portal', 'console'])(
  'every text of the %s is there in English and in French, with the same values in it',
  (part) => {
    const english = read(`${part}.en.json`)
    const french = read(`${part}.fr.json`)
    expect(Object.keys(english).length).toBeGreaterThan(1)
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort())
    for (const [name, text] of Object.entries(english)) {
      expect(french[name], `${name} is empty in French`).toBeTruthy()
      if (typeof text === 'string') expect(placeholders(french[name]), name).toEqual(placeholders(text))
    }
  },
)
