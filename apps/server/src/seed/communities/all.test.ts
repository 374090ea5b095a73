import { describe, expect, it } from 'vitest'
import { withPlainLetters } from '../plain-letters.ts'
import { clientele } from './all.ts'

const communities = [...new Set(clientele)]
const big = [
  'Yoruba',
  'Igbo',
  'Akan',
  'Jamaican',
  'Ethiopian',
  'Somali',
  'Haitian',
  'Indo-Trinidadian and Indo-Guyanese',
]

describe('the names of the clientele', () => {
  it.each(big)('are at least forty first and forty last ones for the big communities: %s', (name) => {
    const community = communities.find((candidate) => candidate.name === name)
    expect(new Set([...(community?.women ?? []), ...(community?.men ?? [])]).size).toBeGreaterThanOrEqual(40)
    expect(new Set(community?.last).size).toBeGreaterThanOrEqual(40)
  })

  it.each(communities)('occur once in each list: $name', ({ women, men, last }) => {
    for (const list of [women, men, last]) expect(new Set(list).size).toBe(list.length)
  })

  it('can all be written in plain letters, for an address', () => {
    const all = communities.flatMap(({ women, men, last }) => [...women, ...men, ...last])
    expect(all.filter((name) => !/^[A-Za-z.' -]+$/.test(withPlainLetters(name)))).toEqual([])
  })
})
