import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createCast } from '../../../test/cast.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let cast: Cast
beforeAll(async () => {
  crm = await createTestApp()
  cast = await createCast(crm)
})
afterAll(() => crm.close())

const path = '/api/store/'
const read = async () => (await crm.call('GET', path)).json
const change = (body: unknown, name: keyof Cast = 'owner') =>
  crm.call('PATCH', path, { token: cast[name].access, body })
const trail = async () =>
  (await crm.database.pool.query("select * from audit_events where name = 'store.changed' order by id")).rows

describe('works', () => {
  test('the owner reads who changed what and when, the newest first', async () => {
    await change({ name: 'First' })
    await change({ name: 'Second', language: 'fr' })
    const { status, json } = await crm.call('GET', `${path}events/`, { token: cast.owner.access })
    expect([status, json.next_cursor]).toEqual([200, null])
    expect(json.results).toMatchObject([
      { name: 'store.changed', detail: { fields: ['name', 'language'] }, actor: { role: 'owner' } },
      { name: 'store.changed', detail: { fields: ['name'] } },
    ])
    await change({ name: 'Afro-Caribbean Store', language: 'en' })
  })

  test('a store that nobody set up yet has a name, a language, a clock and Canadian dollars', async () => {
    expect(await read()).toEqual({
      name: 'Afro-Caribbean Store',
      language: 'en',
      time_zone: 'America/Toronto',
      currency: 'CAD',
      is_set_up: false,
    })
  })

  test('the owner changes what the store says of itself, and anybody reads it', async () => {
    const changed = await change({ name: '  Marché Adé & <b>Frères</b> ', currency: 'xaf' })
    expect([changed.status, changed.json]).toEqual([200, await read()])
    expect(await read()).toMatchObject({
      name: 'Marché Adé & <b>Frères</b>',
      currency: 'XAF',
      language: 'en',
    })
    expect((await change({ language: 'fr', time_zone: 'Africa/Lagos' })).json).toMatchObject({
      language: 'fr',
      time_zone: 'Africa/Lagos',
      currency: 'XAF',
    })
  })

  test('the trail names who changed which settings; what was so already leaves no trace', async () => {
    await change({ currency: 'CAD', time_zone: 'America/Toronto' })
    const before = await trail()
    expect(before.at(-1)).toMatchObject({
      actor_id: cast.owner.id,
      actor_role: 'owner',
      customer_id: null,
      detail: { fields: ['time_zone', 'currency'] },
    })
    expect(JSON.stringify(before)).not.toContain('Marché')
    await change({ currency: 'CAD' })
    await change({})
    expect(await trail()).toEqual(before)
  })

  test.each(['UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince'])(
    'a store may be in %s, and the database knows that clock',
    async (time_zone) => {
      expect((await change({ time_zone })).json.time_zone).toBe(time_zone)
      await crm.database.pool.query('select now() at time zone time_zone from store_settings')
    },
  )
})

describe('refuses', () => {
  test.each([
    [{ name: ' ' }, { name: ['This field may not be blank.'] }],
    [{ name: 'x'.repeat(101) }, { name: ['Ensure this field has no more than 100 characters.'] }],
    [{ name: 'A\nB' }, { name: ['Line breaks and control characters are not allowed.'] }],
    [{ language: 'yo' }, { language: ['"yo" is not a valid choice.'] }],
    [{ currency: 'XYZ' }, { currency: ['Choose a currency by its three letters, for example CAD.'] }],
    [{ currency: null }, { currency: ['This field may not be null.'] }],
  ])('%j, and then nothing is written', async (body, fields) => {
    const before = await read()
    expect(await change(body)).toMatchObject({ status: 400, json: fields })
    expect(await read()).toEqual(before)
  })

  test.each(['Toronto', 'Mars/Olympus', '+05:00', 'EST5', 'america/toronto; drop'])(
    'a store that is in %s',
    async (time_zone) => {
      expect(await change({ time_zone })).toMatchObject({
        status: 400,
        json: { time_zone: ['Choose a time zone, for example America/Toronto.'] },
      })
    },
  )
})

describe('protects', () => {
  test.each(['manager', 'marketer', 'cashier', 'auditor', 'customer A'] as const)(
    'a %s reads the settings and may not change them',
    async (name) => {
      const before = await read()
      expect((await crm.call('GET', path, { token: cast[name].access })).json).toEqual(before)
      expect((await change({ name: 'Mine' }, name)).status).toBe(403)
      expect(await read()).toEqual(before)
    },
  )

  test('there is one row, and no other can be added', async () => {
    await expect(crm.database.pool.query('insert into store_settings default values')).rejects.toThrow(
      'store_settings_only_row',
    )
  })

  test('two changes at once both count', async () => {
    await Promise.all([change({ name: 'One' }), change({ currency: 'GHS' })])
    expect(await read()).toMatchObject({ name: 'One', currency: 'GHS' })
  })
})
