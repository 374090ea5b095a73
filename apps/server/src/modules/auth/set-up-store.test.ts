import { describe, expect, onTestFinished, test } from 'vitest'
import { createTestApp, newEmail, type TestApp, type TestAppOptions } from '../../../test/test-app.ts'
import { demoPassword } from '../../seed/demo-cast.ts'
import { api, logIn, mailedToken, quickPasswords, refresh, tally, times, trailOf } from './auth.fixture.ts'
import { ensureOwner } from './ensure-owner.ts'
import { findSetupLink } from './setup-link.ts'

const path = '/api/browser/setup/'
const ownPage = { 'x-requested-with': 'crm' }
const boss = {
  email: 'ade@example.com',
  password: 'Plantain-Frit-26!',
  password_confirm: 'Plantain-Frit-26!',
  first_name: 'Adé',
  last_name: 'Ògúnbánjọ',
  store_name: 'Marché Adé',
  language: 'fr',
  time_zone: 'America/Montreal',
  currency: 'CAD',
  demo: false,
}

/** A store that nobody owns yet, and the token of the link that its start prints. */
async function createNewStore(options: TestAppOptions = {}) {
  const crm = await createTestApp({ passwords: quickPasswords(), ...options })
  onTestFinished(() => crm.close())
  const token = await tokenOf(crm)
  const setUp = (body: object = {}, headers: Record<string, string> = ownPage) =>
    crm.call('POST', path, { body: { token, ...boss, ...body }, headers })
  return { crm, token, setUp }
}

async function tokenOf(crm: TestApp): Promise<string> {
  const link = await findSetupLink(crm.auth, crm.config.PUBLIC_URL)
  return new URL(link ?? 'http://no-link').searchParams.get('token') ?? ''
}

const isOpen = (crm: TestApp, token: string) => crm.call('GET', `${path}?token=${encodeURIComponent(token)}`)
const counts = async ({ database }: TestApp) =>
  (
    await database.pool.query(`select
      (select count(*)::int from customers) as customers,
      (select count(*)::int from customers where role = 'owner') as owners,
      (select count(*)::int from customer_notes) as notes,
      (select count(*)::int from sessions) as sessions,
      (select count(*)::int from audit_events) as events,
      (select name from store_settings) as name`)
  ).rows[0]

describe('works', () => {
  test('the printed link makes the owner, verified and signed in, and names the store', async () => {
    const { crm, token, setUp } = await createNewStore()
    expect(await findSetupLink(crm.auth, 'https://crm.example.com')).toBe(
      `https://crm.example.com/setup/?token=${token}`,
    )
    expect(await isOpen(crm, token)).toMatchObject({
      status: 200,
      json: { is_open: true, offers_demo: true },
    })

    const { status, json, headers } = await setUp()
    expect(status).toBe(201)
    expect(json.person).toMatchObject({
      email: boss.email,
      first_name: 'Adé',
      full_name: 'Adé Ògúnbánjọ',
      preferred_language: 'fr',
      is_verified: true,
      role: 'owner',
    })
    expect(headers['set-cookie']).toMatch(/^__Host-session=.+HttpOnly; Secure; SameSite=Strict$/)
    const profile = await crm.call('GET', `${api}/profile/`, { token: json.access })
    expect(Date.parse(profile.json.last_login)).toBeGreaterThan(Date.now() - 60_000)
    const changed = await crm.call('PATCH', '/api/store/', { token: json.access, body: { currency: 'XOF' } })
    expect(changed.json).toEqual({
      name: 'Marché Adé',
      language: 'fr',
      time_zone: 'America/Montreal',
      currency: 'XOF',
      is_set_up: true,
    })
    expect((await logIn(crm, boss.email, boss.password)).status).toBe(200)
    expect(await counts(crm)).toMatchObject({ customers: 1, owners: 1 })
  })

  test('the session of the page goes on with its cookie', async () => {
    const { crm, setUp } = await createNewStore()
    const cookie = String((await setUp()).headers['set-cookie']).split(';')[0] ?? ''
    const answer = await crm.call('POST', '/api/browser/refresh/', { headers: { ...ownPage, cookie } })
    expect([answer.status, answer.json.person.role]).toEqual([200, 'owner'])
  })

  test('the trail has who became owner, from where, and which settings were written; no name', async () => {
    const { crm, setUp } = await createNewStore()
    const { json } = await setUp()
    expect(await trailOf(crm, json.person.id)).toMatchObject([
      { name: 'auth.role_granted', actor_role: 'anonymous', detail: { from: null, to: 'owner' } },
    ])
    const { rows } = await crm.database.pool.query('select * from audit_events order by id')
    expect(rows.at(-1)).toMatchObject({
      name: 'store.changed',
      actor_id: json.person.id,
      actor_role: 'owner',
      actor_address: '127.0.0.1',
      detail: { fields: ['name', 'language', 'time_zone'] },
    })
    expect(JSON.stringify(rows)).not.toMatch(/Adé|ade@|Plantain/)
  })

  test('with the demo there are people to look at, who sign in as the documentation says', async () => {
    const { crm, setUp } = await createNewStore()
    expect((await setUp({ demo: true })).status).toBe(201)
    const { customers, notes } = await counts(crm)
    expect([customers > 20, notes > 5]).toEqual([true, true])
    expect((await logIn(crm, 'shauna-kay.cashier@example.com', demoPassword)).status).toBe(200)
  })

  test('an owner who is made by settings or by command sets the store up too', async () => {
    const { crm, token, setUp } = await createNewStore()
    await ensureOwner(crm.auth, { email: newEmail(), password: boss.password })
    expect((await crm.call('GET', '/api/store/')).json.is_set_up).toBe(true)
    expect(await findSetupLink(crm.auth, crm.config.PUBLIC_URL)).toBeUndefined()
    expect((await isOpen(crm, token)).status).toBe(404)
    expect((await setUp()).status).toBe(409)
  })
})

describe('refuses', () => {
  test('the link a second time', async () => {
    const { crm, token, setUp } = await createNewStore()
    await setUp()
    const before = await counts(crm)
    expect(await setUp({ email: 'second@example.com' })).toMatchObject({
      status: 409,
      json: { code: 'conflict', detail: 'This store has an owner already. Please sign in.' },
    })
    expect((await isOpen(crm, token)).status).toBe(404)
    expect(await counts(crm)).toEqual(before)
  })

  test('a token that is not the one', async () => {
    const { crm, token, setUp } = await createNewStore()
    const before = await counts(crm)
    const other = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`
    for (const wrong of [other, token.slice(0, -1), `${token}A`, token.toUpperCase(), 'x']) {
      expect((await isOpen(crm, wrong)).status, wrong).toBe(404)
      expect(await setUp({ token: wrong }), wrong).toMatchObject({ status: 404, json: { code: 'not_found' } })
    }
    expect((await crm.call('GET', path)).status).toBe(400)
    expect(await counts(crm)).toEqual(before)
  })

  test.each([
    [{ email: 'nowhere' }, 'email'],
    [{ first_name: ' ' }, 'first_name'],
    [{ store_name: '' }, 'store_name'],
    [{ language: 'yo' }, 'language'],
    [{ time_zone: 'Toronto' }, 'time_zone'],
    [{ currency: 'dollars' }, 'currency'],
    [{ demo: 'perhaps' }, 'demo'],
    [{ password: 'short', password_confirm: 'short' }, 'password'],
    [{ password_confirm: 'Another-Pass-26!' }, 'password'],
    [{ password: 'Adé-Ògúnbánjọ-1', password_confirm: 'Adé-Ògúnbánjọ-1' }, 'password'],
  ])('%j by the name of the field, and then nothing is written', async (body, field) => {
    const { crm, setUp } = await createNewStore()
    const before = await counts(crm)
    const { status, json } = await setUp(body)
    expect([status, Object.keys(json)]).toEqual([400, [field]])
    expect(await counts(crm)).toEqual(before)
  })

  test('made-up people in production', async () => {
    const { crm, token, setUp } = await createNewStore({
      settings: {
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://localhost',
        ALLOWED_HOSTS: 'localhost',
        SECRET_KEY: 'a secret of tests that is long enough and has no pattern: 8f3kQ',
        EMAIL_BACKEND: 'smtp',
        EMAIL_HOST: 'mail.example.com',
        THROTTLE_ANON: '1000/hour',
        THROTTLE_LOGIN: '1000/hour',
        THROTTLE_REGISTER: '1000/hour',
      },
    })
    expect((await isOpen(crm, token)).json).toEqual({ is_open: true, offers_demo: false })
    expect(await setUp({ demo: true })).toMatchObject({
      status: 400,
      json: { demo: ['Made-up people do not belong into production.'] },
    })
    expect((await setUp()).status).toBe(201)
  })
})

describe('protects', () => {
  test('twenty at once make one owner and one name', async () => {
    const { crm, setUp } = await createNewStore()
    const answers = await Promise.all(
      times(20, (turn) => setUp({ email: `boss-${turn}@example.com`, store_name: `Store ${turn}` })),
    )
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 })
    const winner = answers.findIndex(({ status }) => status === 201)
    expect(await counts(crm)).toMatchObject({
      customers: 1,
      owners: 1,
      sessions: 1,
      name: `Store ${winner}`,
    })
  })

  test('the page and the first start at once make one owner', async () => {
    const { crm, setUp } = await createNewStore()
    const make = (turn: number) =>
      ensureOwner(crm.auth, { email: `owner-${turn}@example.com`, password: boss.password })
    await Promise.all(times(10, (turn) => (turn % 2 === 0 ? make(turn) : setUp())))
    expect(await counts(crm)).toMatchObject({ customers: 1, owners: 1 })
  })

  test('pages of others, forms and scripts elsewhere', async () => {
    const { crm, setUp } = await createNewStore()
    for (const headers of [
      {},
      { ...ownPage, 'sec-fetch-site': 'same-site' },
      { ...ownPage, origin: 'https://evil.example' },
    ] as Record<string, string>[])
      expect(await setUp({}, headers)).toMatchObject({ status: 403, json: { code: 'cross_origin' } })
    expect((await counts(crm)).customers).toBe(0)
  })

  test('the token is another one for every database and every secret, and is kept nowhere', async () => {
    const { crm, token } = await createNewStore()
    await crm.database.pool.query('update store_settings set id = gen_random_uuid()')
    const ofOtherDatabase = await tokenOf(crm)
    expect(ofOtherDatabase).not.toBe(token)
    const makeToken = () => 'another'
    expect(await findSetupLink({ ...crm.auth, makeToken }, 'http://x')).toBe('http://x/setup/?token=another')
    const { rows } = await crm.database.pool.query('select to_jsonb(s)::text as row from store_settings as s')
    expect(rows[0].row).not.toContain(ofOtherDatabase)
  })

  test('who opened an account with the owner’s address before gets nothing of it', async () => {
    const { crm, setUp } = await createNewStore()
    const { id, tokens } = await crm.register({ email: boss.email })
    const mailed = await mailedToken(crm, boss.email)
    const { json } = await setUp()
    expect(json.person).toMatchObject({ id, full_name: 'Adé Ògúnbánjọ', role: 'owner' })
    expect((await refresh(crm, tokens.refresh)).status).toBe(401)
    expect((await logIn(crm, boss.email)).status).toBe(401)
    const reused = await crm.call('POST', `${api}/verify-email/`, { body: { token: mailed } })
    expect(reused.status).toBe(400)
  })

  test('when made-up people cannot come in, nothing else happened either', async () => {
    const { crm, setUp } = await createNewStore()
    await crm.register({ email: 'kwabena.manager@example.com' })
    const before = await counts(crm)
    const { status, json } = await setUp({ demo: true })
    expect([status, Object.keys(json)]).toEqual([400, ['email']])
    expect(await counts(crm)).toEqual(before)
    expect((await setUp()).status).toBe(201)
  })

  test('guesses are counted with registrations', async () => {
    const { setUp } = await createNewStore({ settings: { THROTTLE_REGISTER: '2/hour' } })
    const statuses = []
    for (const token of ['a', 'b', 'c']) statuses.push((await setUp({ token })).status)
    expect(statuses).toEqual([404, 404, 429])
  })
})
