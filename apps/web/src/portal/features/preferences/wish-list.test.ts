import { expect, test } from 'vitest'
import { readWishes, writeWishes } from './wish-list.ts'

const known = [['Halal'], ['Vegetarian', 'Végétarien'], ['No nuts', 'Sans noix']]

test('known words are found between the commas, in both languages and any letter case', () => {
  expect(readWishes('halal, végétarien,SANS NOIX', known)).toEqual({
    chosen: new Set([0, 1, 2]),
    remark: '',
  })
})

test('a remark stays as it was written, commas and lines with it', () => {
  const remark = 'Egusi, but mild\nand yams'
  expect(readWishes(`Vegetarian, ${remark}`, known)).toEqual({ chosen: new Set([1]), remark })
  expect(readWishes(remark, known)).toEqual({ chosen: new Set(), remark })
  expect(readWishes('I love halal food', known).chosen.size).toBe(0)
})

test('what is written is read back the same', () => {
  const wishes = { chosen: new Set([0, 2]), remark: 'no palm oil, please' }
  expect(writeWishes(wishes, known)).toBe('Halal, No nuts, no palm oil, please')
  expect(readWishes(writeWishes(wishes, known), known)).toEqual(wishes)
  expect(writeWishes({ chosen: new Set(), remark: '  ' }, known)).toBe('')
})
