import { createHmac, generateKeyPairSync, hkdfSync, sign as signWith } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../../test/test-app.ts'
import { quickPasswords, refresh, statusFor } from '../auth.fixture.ts'

const secret = 'a secret of tests that is long enough'
const keyFor = (use: string, from = secret) =>
  Buffer.from(hkdfSync('sha256', from, '', `crm ${use} token`, 32))
const accessKey = keyFor('access')
const refreshKey = keyFor('refresh')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const publicJwk = publicKey.export({ format: 'jwk' })

let crm: TestApp
let token: { access: string; refresh: string }
let other: { id: string }
beforeAll(async () => {
  crm = await createTestApp({ passwords: quickPasswords() })
  token = (await crm.register()).tokens
  other = await crm.register()
})
afterAll(() => crm.close())

type Json = Record<string, unknown>
const encode = (value: string | object) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json
const hmac = (input: string, key: string | Buffer, hash = 'sha256') =>
  createHmac(hash, key).update(input).digest('base64url')

const ours = { alg: 'HS256', typ: 'JWT' }
const claims = () => decode(token.access.split('.')[1])
const refreshClaims = () => decode(token.refresh.split('.')[1])

/** A token with this header and these claims, signed with the very key that we sign with unless another is given. */
function make(
  payload: string | object,
  { header = ours as Json, key = accessKey as string | Buffer, hash = 'sha256' } = {},
) {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${hmac(input, key, hash)}`
}
const unsigned = (header: Json, signature = '') => `${encode(header)}.${encode(claims())}.${signature}`
const with_ = (changes: Json) => make({ ...claims(), ...changes })
const without = (name: string) =>
  make(Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name)))
const parts = () => token.access.split('.') as [string, string, string]
const raw = (change: (json: string) => string) => make(change(JSON.stringify(claims())))
const withHeader = (header: Json) => make(claims(), { header: { ...ours, ...header } })
const now = () => Math.floor(Date.now() / 1_000)

const forgeries: Record<string, () => string> = {
  'alg none': () => unsigned({ alg: 'none', typ: 'JWT' }),
  'alg None': () => unsigned({ alg: 'None', typ: 'JWT' }),
  'alg NONE with our signature': () => unsigned({ alg: 'NONE', typ: 'JWT' }, parts()[2]),
  'alg nOnE': () => unsigned({ alg: 'nOnE' }),
  'alg empty': () => unsigned({ alg: '', typ: 'JWT' }),
  'alg missing': () => unsigned({ typ: 'JWT' }),
  'alg null': () => unsigned({ alg: null, typ: 'JWT' }),
  'alg hs256 in lower case': () => withHeader({ alg: 'hs256' }),
  'alg HS384, rightly signed': () => make(claims(), { header: { alg: 'HS384', typ: 'JWT' }, hash: 'sha384' }),
  'alg HS512, rightly signed': () => make(claims(), { header: { alg: 'HS512', typ: 'JWT' }, hash: 'sha512' }),
  'alg RS256 with a key of one’s own': () => {
    const input = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims())}`
    return `${input}.${signWith('sha256', Buffer.from(input), privateKey).toString('base64url')}`
  },
  'HS256 with a public key as the secret': () => make(claims(), { key: publicPem }),
  'HS256 with a public key after a space': () => make(claims(), { key: ` ${publicPem}` }),
  'HS256 with the secret itself as the key': () => make(claims(), { key: secret }),
  'our key after a space': () => make(claims(), { key: Buffer.concat([Buffer.from(' '), accessKey]) }),
  'an empty key': () => make(claims(), { key: '' }),
  'the key of another secret': () => make(claims(), { key: keyFor('access', 'changeme') }),
  'the key of refresh tokens': () => make(claims(), { key: refreshKey }),
  'no signature': () => `${parts()[0]}.${parts()[1]}.`,
  'no signature and no dot': () => `${parts()[0]}.${parts()[1]}`,
  'half a signature': () => `${parts()[0]}.${parts()[1]}.${parts()[2].slice(0, 22)}`,
  'a signature of another token': () =>
    `${parts()[0]}.${encode({ ...claims(), user_id: other.id })}.${parts()[2]}`,
  'a signature of zeros': () => `${parts()[0]}.${parts()[1]}.${'A'.repeat(43)}`,
  'a fourth part': () => `${token.access}.${parts()[2]}`,
  'the claims in front twice': () => `${parts()[0]}.${parts()[1]}.${parts()[1]}.${parts()[2]}`,
  'a changed letter': () =>
    `${parts()[0]}.${parts()[1].replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}.${parts()[2]}`,
  'kid as a path': () => withHeader({ kid: '../../../../dev/null' }),
  'kid as SQL': () => withHeader({ kid: "x' union select 'key' --" }),
  jku: () => withHeader({ jku: 'https://evil.example/keys.json' }),
  jwk: () => withHeader({ jwk: publicJwk }),
  x5u: () => withHeader({ x5u: 'https://evil.example/cert.pem' }),
  x5c: () => withHeader({ x5c: ['MIIB'] }),
  crit: () => withHeader({ crit: ['exp'], exp: 1 }),
  zip: () => withHeader({ zip: 'DEF' }),
  'another typ': () => withHeader({ typ: 'at+jwt' }),
  'the header in another order': () => make(claims(), { header: { typ: 'JWT', alg: 'HS256' } }),
  'a refresh token as access': () => token.refresh,
  'the claims of a refresh token with our access key': () => make(refreshClaims()),
  'token_type refresh': () => with_({ token_type: 'refresh' }),
  'token_type missing': () => without('token_type'),
  'aud of somebody else': () => with_({ aud: 'https://evil.example' }),
  'aud as a list': () => with_({ aud: ['api', 'refresh'] }),
  'aud missing': () => without('aud'),
  'iss of somebody else': () => with_({ iss: 'https://evil.example' }),
  'iss missing': () => without('iss'),
  'exp as text': () => with_({ exp: String(now() + 999) }),
  'exp as 1e308': () => raw((json) => json.replace(/"exp":\d+/, '"exp":1e308')),
  'exp beyond all numbers': () => raw((json) => json.replace(/"exp":\d+/, '"exp":1e999')),
  'exp with a fraction': () => with_({ exp: now() + 999.5 }),
  'exp below zero': () => with_({ exp: -1 }),
  'exp null': () => with_({ exp: null }),
  'exp as a list': () => with_({ exp: [now() + 999] }),
  'exp missing': () => without('exp'),
  'exp long ago': () => with_({ exp: now() - 1 }),
  'nbf in a year': () => with_({ nbf: now() + 31_536_000 }),
  'iat missing': () => without('iat'),
  'sid missing': () => without('sid'),
  'sid of nobody': () => with_({ sid: '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f' }),
  'sid as SQL': () => with_({ sid: "' or true --" }),
  'sid as an object': () => with_({ sid: { $ne: null } }),
  'the customer of another session': () => with_({ user_id: other.id }),
  'one claim more': () => with_({ is_staff: true }),
  'claims that are a list': () => make([claims()]),
  'claims that are null': () => make('null'),
  'claims that are no JSON': () => make('{"user_id":'),
  'claims that are twice there, the last wins': () =>
    raw((json) => json.replace(/}$/, `,"user_id":"${other.id}"}`)),
  'claims with a prototype': () => raw((json) => json.replace(/}$/, ',"__proto__":{"role":"owner"}}')),
  'nothing but dots': () => '..',
  'dots and a header': () => `${parts()[0]}..`,
  words: () => 'token',
  'ten thousand dots': () => '.'.repeat(10_000),
  'ten thousand letters': () => `${parts()[0]}.${'A'.repeat(10_000)}.${parts()[2]}`,
}

describe('works', () => {
  test('the key of these forgeries is the real one: what is signed with it unchanged is taken', async () => {
    expect(await statusFor(crm, make(claims()))).toBe(200)
    expect(make(refreshClaims(), { key: refreshKey })).toBe(token.refresh)
  })

  test('there are more than forty forgeries', () => {
    expect(Object.keys(forgeries).length).toBeGreaterThan(40)
  })
})

describe('refuses', () => {
  test.each(Object.entries(forgeries))('%s, to let anybody in', async (_, forge) => {
    const forged = forge()
    const answer = await crm.call('GET', '/api/customers/profile/', { token: forged })
    expect([answer.status, answer.json.code]).toEqual([401, 'token_not_valid'])
    expect(answer.headers['www-authenticate']).toContain('Bearer')
  })

  test.each(
    Object.entries(forgeries).filter(
      ([name]) => !name.includes('efresh') && !name.startsWith('ten thousand'),
    ),
  )('%s, to be swapped', async (_, forge) => {
    const answer = await refresh(crm, forge())
    expect([answer.status, answer.json.code]).toEqual([401, 'token_not_valid'])
  })

  test('an access token to be swapped, and refresh claims that were altered', async () => {
    const alter = (changes: Json) => make({ ...refreshClaims(), ...changes }, { key: refreshKey })
    const forged = [
      token.access,
      alter({ token_type: 'access' }),
      alter({ aud: 'api' }),
      alter({ gen: 1 }),
      alter({ gen: 1e9 }),
      alter({ gen: -1 }),
      alter({ gen: '0' }),
      alter({ gen: null }),
      alter({ sid: '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f' }),
      alter({ user_id: other.id }),
      make(refreshClaims(), { key: accessKey }),
    ]
    for (const one of forged) expect([one, (await refresh(crm, one)).status]).toEqual([one, 401])
    expect((await refresh(crm, token.refresh)).status).toBe(200)
  })
})

describe('protects', () => {
  test('two tokens that are alike but for one letter are never mistaken for each other', async () => {
    const [header, body, signature] = parts()
    for (let place = 0; place < signature.length - 1; place += 1) {
      const letter = signature[place] === 'x' ? 'y' : 'x'
      const alike = `${header}.${body}.${signature.slice(0, place)}${letter}${signature.slice(place + 1)}`
      expect(await statusFor(crm, token.access)).toBe(200)
      expect([place, await statusFor(crm, alike)]).toEqual([place, 401])
    }
  })
})
