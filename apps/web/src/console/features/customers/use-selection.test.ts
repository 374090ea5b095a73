import { expect, test } from 'vitest'
import { between } from './use-selection.ts'

const shown = ['a', 'b', 'c', 'd']

test('with shift all between two are meant, in whichever order they are pressed', () => {
  expect(between(shown, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(between(shown, 'd', 'b')).toEqual(['b', 'c', 'd'])
})

test('one is meant alone when none was pressed before, or it was on another page', () => {
  expect(between(shown, undefined, 'c')).toEqual(['c'])
  expect(between(shown, 'z', 'c')).toEqual(['c'])
})
