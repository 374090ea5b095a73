import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, newEmail, password } from '../../../test/test-app.ts'
import {
  addByStaff,
  api,
  changeByStaff,
  createTwoApps,
  logIn,
  mailedToken,
  type TwoApps,
  tally,
  times,
  trashByStaff,
} from './auth.fixture.ts'

let apps: TwoApps
beforeAll(async () => {
  apps = await createTwoApps()
})
afterAll(() => apps.close())

const newPassword = 'New-Secure-456!'
const over = { token: ['This link is not valid any more. Ask for a new one.'] }

type Mailed = { id: string; email: string; access?: string; token: string }

/** A kind of link: how it comes to be mailed, and how it is used. */
type Kind = { mail(): Promise<Mailed>; use(token: string, turn?: number): Promise<Answer> }

const verify: Kind['use'] = (token, turn = 0) =>
  apps.either(turn).call('POST', `${api}/verify-email/`, { body: { token } })
const setPassword: Kind['use'] = (token, turn = 0) =>
  apps.either(turn).call('POST', `${api}/password-reset/confirm/`, {
    body: { token, new_password: newPassword, new_password_confirm: newPassword },
  })

async function askForReset({ id, email }: { id: string; email: string }, access?: string): Promise<Mailed> {
  await apps.one.call('POST', `${api}/password-reset/`, { body: { email } })
  return { id, email, access, token: await mailedToken(apps.one, email) }
}

async function askForEmail(): Promise<Mailed> {
  const { id, email, tokens } = await apps.one.register()
  const wanted = newEmail()
  const body = { email: wanted, password }
  await apps.one.call('PATCH', `${api}/profile/`, { token: tokens.access, body })
  return { id, email, access: tokens.access, token: await mailedToken(apps.one, wanted) }
}

const kinds: Record<string, Kind> = {
  'a verification link': {
    async mail() {
      const { id, email, tokens } = await apps.one.register()
      return { id, email, access: tokens.access, token: await mailedToken(apps.one, email) }
    },
    use: verify,
  },
  'a link for a new password': {
    async mail() {
      const customer = await apps.one.register()
      return askForReset(customer, customer.tokens.access)
    },
    use: setPassword,
  },
  'a link to claim an account': {
    async mail() {
      const customer = await addByStaff(apps.one, newEmail())
      return { ...customer, token: await mailedToken(apps.one, customer.email) }
    },
    use: setPassword,
  },
  'a link for a new email': { mail: askForEmail, use: verify },
}

const each = Object.entries(kinds)

describe('works', () => {
  test.each(each)('%s works once', async (_, { mail, use }) => {
    const { token } = await mail()
    expect((await use(token)).status).toBe(200)
    const again = await use(token)
    expect([again.status, again.json]).toEqual([400, over])
  })

  test('a link for a new email makes the address count, and verified', async () => {
    const { id, email, token } = await askForEmail()
    await verify(token)
    const { rows } = await apps.database.pool.query(
      'select email, is_verified from customers where id = $1',
      [id],
    )
    expect(rows).toEqual([{ email: expect.not.stringContaining(email), is_verified: true }])
  })
})

describe('refuses', () => {
  test.each(each)('of eight uses of %s at once, one gets through', async (_, { mail, use }) => {
    const { token } = await mail()
    const answers = await Promise.all(times(8, (turn) => use(token, turn)))
    expect(tally(answers)).toEqual({ 200: 1, 400: 7 })
  })

  test.each(each)('%s that ran out a second ago', async (_, { mail, use }) => {
    const { id, token } = await mail()
    await apps.database.pool.query(
      "update one_time_tokens set expires_at = now() - interval '1 s' where customer_id = $1",
      [id],
    )
    expect((await use(token)).json).toEqual(over)
  })

  test.each(each)('%s whose customer is switched off or in the trash', async (_, { mail, use }) => {
    const off = await mail()
    await changeByStaff(apps.one, off.id, { is_active: false })
    expect((await use(off.token)).json).toEqual(over)
    const gone = await mail()
    await trashByStaff(apps.one, gone.id)
    expect((await use(gone.token)).json).toEqual(over)
  })

  test.each(each)('%s after the email was changed', async (_, { mail, use }) => {
    const { id, token } = await mail()
    await changeByStaff(apps.one, id, { email: newEmail() })
    expect((await use(token)).json).toEqual(over)
  })

  test('what was mailed to the old address, once the new one is confirmed', async () => {
    const { id, email, access, token } = await askForReset(await apps.one.register())
    const { tokens } = (await logIn(apps.one, email)).json
    const wanted = newEmail()
    const body = { email: wanted, password }
    await apps.one.call('PATCH', `${api}/profile/`, { token: access ?? tokens.access, body })
    await verify(await mailedToken(apps.one, wanted))
    expect((await setPassword(token)).json).toEqual(over)
    const { rows } = await apps.database.pool.query('select 1 from one_time_tokens where customer_id = $1', [
      id,
    ])
    expect(rows).toEqual([])
  })

  test.each(['verify-email/resend/', 'password-reset/'])(
    'an older link than the newest of %s',
    async (path) => {
      const { email } = await apps.one.register()
      const use = path.startsWith('verify') ? verify : setPassword
      const ask = () => apps.one.call('POST', `${api}/${path}`, { body: { email } })
      await ask()
      const older = await mailedToken(apps.one, email)
      await ask()
      const newer = await mailedToken(apps.one, email)
      expect(newer).not.toBe(older)
      expect((await use(older)).json).toEqual(over)
      expect((await use(newer)).status).toBe(200)
    },
  )

  test('a link for a new email that was asked for before another one', async () => {
    const { tokens } = await apps.one.register()
    const [first, second] = [newEmail(), newEmail()]
    const want = (email: string) =>
      apps.one.call('PATCH', `${api}/profile/`, { token: tokens.access, body: { email, password } })
    await want(first)
    const older = await mailedToken(apps.one, first)
    await want(second)
    expect((await verify(older)).json).toEqual(over)
  })

  test.each(each.filter(([name]) => name !== 'a verification link' && name !== 'a link to claim an account'))(
    '%s after the password was changed',
    async (_, { mail, use }) => {
      const { access = '', token } = await mail()
      const body = { old_password: password, new_password: newPassword, new_password_confirm: newPassword }
      await apps.one.call('POST', `${api}/change-password/`, { token: access, body })
      expect((await use(token)).json).toEqual(over)
    },
  )

  test.each([
    ['a link for a new email', askForEmail, verify],
    ['a link to claim an account', kinds['a link to claim an account']?.mail, setPassword],
  ])('%s after the password was set by mail', async (_, mail, use) => {
    const mailed = await (mail as Kind['mail'])()
    await setPassword((await askForReset(mailed)).token)
    expect((await use(mailed.token)).json).toEqual(over)
  })

  test.each(each)('%s where it is not meant for', async (_, { mail, use }) => {
    const { token } = await mail()
    expect((await (use === verify ? setPassword : verify)(token)).json).toEqual(over)
  })

  test.each(['garbage', '…', 'x'.repeat(500), "' or '1'='1"])('what is no token: %s', async (token) => {
    expect((await verify(token)).json).toEqual(over)
    expect((await setPassword(token)).json).toEqual(over)
  })

  test('a new password that breaks the rules, and the link goes on working', async () => {
    const { token } = await askForReset(await apps.one.register({ first_name: 'Oluwaseun' }))
    const refused = await apps.one.call('POST', `${api}/password-reset/confirm/`, {
      body: { token, new_password: 'Oluwaseun-1', new_password_confirm: 'Oluwaseun-1' },
    })
    expect(refused.json).toEqual({ new_password: ['This password is too similar to your email or name.'] })
    expect((await setPassword(token)).status).toBe(200)
  })
})

describe('protects', () => {
  test('a link carries 256 bits', async () => {
    for (const [, { mail }] of each) expect(Buffer.from((await mail()).token, 'base64url').length).toBe(32)
  })

  test('nothing in the database, the queue included, is a link that could be used', async () => {
    const mailed: string[] = []
    for (const [, { mail }] of each) mailed.push((await mail()).token)
    // Some that wait to be mailed as well.
    const { email } = await apps.one.register()
    await apps.one.call('POST', `${api}/password-reset/`, { body: { email } })

    const everything = await dump()
    expect(everything).toContain(email)
    expect(everything).toContain('send-password-reset-mail')
    const spellings = mailed.flatMap((token) => {
      const bytes = Buffer.from(token, 'base64url')
      return [token, bytes.toString('hex'), bytes.toString('base64'), Buffer.from(token).toString('hex')]
    })
    expect(spellings.filter((spelling) => everything.includes(spelling))).toEqual([])
    expect(await Promise.all([...new Set(everything.match(/[\w-]{43}/g))].map(isUsable))).not.toContain(true)
  })

  const mailJobs: [kind: string, job: string][] = [
    ['a verification link', 'send-verification-mail'],
    ['a link for a new password', 'send-password-reset-mail'],
    ['a link to claim an account', 'send-claim-mail'],
  ]
  const doAgain = (job: string, id: string) =>
    apps.database.pool.query(
      "select graphile_worker.add_job($1, json_build_object('customer_id', $2::text))",
      [job, id],
    )

  test.each(mailJobs)('a mail that is written twice brings the same link: %s', async (name, job) => {
    const kind = kinds[name] as Kind
    const { id, email, token } = await kind.mail()
    const before = apps.one.outbox.length
    await doAgain(job, id)
    expect(await mailedToken(apps.one, email)).toBe(token)
    expect(apps.one.outbox.length).toBe(before + 1)
    expect((await kind.use(token)).status).toBe(200)
  })

  test.each(mailJobs)('once %s is used, its mail is not written again', async (name, job) => {
    const kind = kinds[name] as Kind
    const { id, token } = await kind.mail()
    await kind.use(token)
    await apps.one.runJobs()
    const before = apps.one.outbox.length
    await doAgain(job, id)
    await apps.one.runJobs()
    expect(apps.one.outbox.length).toBe(before)
  })
})

const isUsable = async (text: string) =>
  (await verify(text)).status === 200 || (await setPassword(text)).status === 200

/** Every row of every table as text. */
async function dump(): Promise<string> {
  const { pool } = apps.database
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`,
  )
  const texts = await Promise.all(
    tables.map(({ name }) => pool.query<{ row: string }>(`select t::text as row from ${name} as t`)),
  )
  return texts.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}
