import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@crm/client'
import { expect, test, vi } from 'vitest'
import { overwriteGetLocale } from '../../messages/runtime.js'
import { refusedWords } from './refused-words.ts'

vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'fr' })
  vi.stubGlobal('document', { documentElement: {} })
})

const server = path.resolve(import.meta.dirname, '../../../../server/src/modules')
const source = globSync('**/*.ts', { cwd: server })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(server, file), 'utf8'))
  .join('\n')

/** What the modules of the server refuse as a whole, with a sentence of its own. */
const refusals = [
  ...source.matchAll(/AppError\(\s*'(conflict|permission_denied|not_found)',\s*'([^']+)'/g),
].map(([, code = '', message = '']) => ({ code, message }))

/** What the code says well enough: a role that is missing, a thing that is gone, a page that staff never sees. */
const saidByCode = new Set([
  'Only a manager or an owner may change how somebody signs in.',
  'Only an owner may change the account of staff.',
  'Only an owner may undo this.',
  'Invalid page.',
  'This store has an owner already. Please sign in.',
  'This link does not work. While nobody owns the store, each start of the server prints the one that does.',
])

const inFrench = (code: string, message: string) => {
  overwriteGetLocale(() => 'fr')
  return refusedWords(new Refusal({ status: 409, code, detail: message }))
}

test('the refusals of the server are found in its code', () => {
  expect(refusals.length).toBeGreaterThan(10)
  const sentences = refusals.map(({ message }) => message)
  for (const sentence of saidByCode) expect(sentences).toContain(sentence)
})

test.each(refusals.filter(({ message }) => !saidByCode.has(message)))(
  'staff is told in French what to do: $message',
  ({ code, message }) => {
    const said = inFrench(code, message)
    expect(said).not.toBe(message)
    expect(said).not.toBe(inFrench(code, 'The moon is full.'))
  },
)
