import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { overwriteGetLocale } from '../messages/runtime.js'
import { fieldText } from './field-text.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .filter((file) => !/\.test\.ts$|seed\/|examples\.ts$/.test(file))
    .map((file) => withoutNotes(readFileSync(path.join(root, file), 'utf8')))

/** Without comments, and without what is written for who reads the description of the API. */
const withoutNotes = (source: string) =>
  source.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '').replace(/\bdescribe\(|description:/g, '#')

/** Every text in quotes that is a whole sentence; what stands in it for a value is a number. */
const sentencesIn = (source: string) =>
  [...source.matchAll(/(#\s*)?(['"`])((?:["A-Z])(?:\\.|(?!\2).)* (?:\\.|(?!\2).)*\.)\2/gs)]
    .filter(([, note]) => note === undefined)
    .map(([, , , text = '']) => text.replace(/\$\{[^}]*\}/g, '8'))

/** What the rest of such a file says is no fault of a field: a refusal as a whole, which has a code. */
const isOfWhole = (source: string, sentence: string) => {
  const before = source.slice(0, source.indexOf(sentence.split('8')[0] ?? sentence))
  return /(AppError\(\s*'\w+',|^ {2}refusal:)\s*['"`]$/m.test(before)
}

const server = read('apps/server/src/**/*.ts').filter((source) =>
  /new FieldErrors\(\{|passwordFaults\(password|return \{ refusal:/.test(source),
)
const contract = read('packages/contract/src/*.ts')
const said = [
  ...new Set(
    [...server, ...contract].flatMap((source) =>
      sentencesIn(source).filter((sentence) => !isOfWhole(source, sentence)),
    ),
  ),
]

/** What only programs are told, and who starts the server. */
const notForPages = new Set([
  'Why the request was refused: a sentence for people, a code for programs.',
  'Something went wrong on our side.',
  'Prefers ripe plantain.',
])

const inFrench = (sentence: string) => {
  overwriteGetLocale(() => 'fr')
  return fieldText(sentence)
}

describe('works', () => {
  test('the sentences of the server are found in its code', () => {
    expect(said.length).toBeGreaterThan(30)
    expect(said).toContain('This is not your password.')
    expect(said).toContain("Password fields didn't match.")
    expect(said).toContain('This field may not be null.')
  })

  test.each(said.filter((sentence) => !notForPages.has(sentence)))(
    '%s is said in French, too',
    (sentence) => {
      expect(inFrench(sentence)).not.toBe(sentence)
      expect(inFrench(sentence)).not.toMatch(/undefined|\{|\bThis\b/)
    },
  )

  test('values stay in their sentences', () => {
    expect(inFrench('Ensure this field has no more than 150 characters.')).toContain('150')
    expect(
      inFrench(
        'This picture is too large: 9000 × 12. Choose one with at most 40 million pixels and no side over 8000.',
      ),
    ).toMatch(/9000 × 12.*40 millions.*8000/)
  })

  test('a sentence that nobody knows stays as it is', () => {
    expect(inFrench('The moon is full.')).toBe('The moon is full.')
  })
})
