import { expect, test } from 'vitest'
import { isWholePostalCode, spellPostalCode } from './postal-code.ts'

test('a Canadian code is spelt as on a letter while it is typed', () => {
  expect(['', 'm', 'm5', 'm5v', 'm5v2', 'm5v2t6', 'M5V-2T6', ' m5v  2t6 '].map(spellPostalCode)).toEqual([
    '',
    'M',
    'M5',
    'M5V',
    'M5V 2',
    'M5V 2T6',
    'M5V 2T6',
    'M5V 2T6',
  ])
})

test('a code of another country stays as it was typed, in capitals', () => {
  expect(['10115', 'sw1a 1aa', 'm5v 2t6 x'].map(spellPostalCode)).toEqual(['10115', 'SW1A 1AA', 'M5V 2T6 X'])
})

test('a whole Canadian code is told from part of one', () => {
  expect(['M5V 2T6', 'm5v2t6', 'M5V-2T6 '].map(isWholePostalCode)).toEqual([true, true, true])
  expect(['M5V', 'M5V 2T', 'M5V 2TO', 'D5V 2T6', '90210'].map(isWholePostalCode)).not.toContain(true)
})
