import { Refusal } from '@crm/client'
import { describe, expect, test, vi } from 'vitest'
import { latest, together } from './news.rules.ts'

const item = (id: string, created_at: string, text = id) => ({ id, created_at, text })
const ask = async () => {}
const refusal = new Refusal({ status: 503, code: 'unavailable' })

describe('the latest', () => {
  test('are the newest of all parts, newest first, however finely their moments are written', () => {
    const items = [
      item('points', '2026-11-20T10:00:00Z'),
      item('account', '2026-11-22T10:00:00.123456Z'),
      item('offer', '2026-11-21T10:00:00Z'),
      item('older', '2025-01-01T10:00:00Z'),
    ]
    expect(latest(items, 3).map(({ id }) => id)).toEqual(['account', 'offer', 'points'])
    expect(latest([], 3)).toEqual([])
  })

  test('tell what was done several times in a row once, with its last time', () => {
    const saved = (id: string, day: number) =>
      item(id, `2026-11-${day}T10:00:00Z`, 'You changed your profile')
    const other = item('other', '2026-11-12T10:00:00Z')
    expect(latest([saved('a', 15), saved('b', 14), other, saved('c', 11)], 3).map(({ id }) => id)).toEqual([
      'a',
      'other',
      'c',
    ])
  })
})

describe('several parts together', () => {
  const here = { body: [item('a', '2026-11-20T10:00:00Z')], isAsking: false, ask }

  test('wait for each other, and show what is here when one does not come', () => {
    expect(together([here, { isAsking: true, ask }]).body).toBeUndefined()
    expect(together([here, here]).body).toHaveLength(2)
    const partly = together([here, { refusal, isAsking: false, ask }])
    expect([partly.body?.length, partly.refusal]).toEqual([1, refusal])
  })

  test('ask again only for what did not come', async () => {
    const [right, wrong] = [vi.fn(ask), vi.fn(ask)]
    await together([
      { ...here, ask: right },
      { refusal, isAsking: false, ask: wrong },
    ]).ask()
    expect([right.mock.calls.length, wrong.mock.calls.length]).toEqual([0, 1])
  })
})
