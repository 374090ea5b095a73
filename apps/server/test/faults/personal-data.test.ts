import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readPasswords } from '../../src/platform/embedded/passwords.ts'
import { call } from './load.ts'
import { api } from './people.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { startSmtpSink } from './smtp-sink.ts'

const id = randomUUID().slice(0, 8)
const person = {
  email: `canary.${id}@example.com`,
  first_name: `Kanarienvogel${id}`,
  last_name: `Adeyemi${id}`,
  // Nothing of the name or the address in it: such a password is refused.
  password: `Okro-Palaver-${randomUUID().slice(24)}!`,
  phone_number: '+14165550173',
  date_of_birth: '1987-03-29',
  street_address: `17 Canary ${id} Lane`,
}
const secrets = {
  SECRET_KEY: `Zx7-${id}-secret-key-of-this-very-test-9Qw`,
  OWNER_EMAIL: 'owner@example.com',
  OWNER_PASSWORD: `Owner-Canary-${id}!`,
  EMAIL_HOST_USER: 'crm',
  EMAIL_HOST_PASSWORD: `Mail-Canary-${id}`,
}
const post = { method: 'POST' }

test('nobody’s data and no secret of ours is ever printed, logged or kept with a job, whatever goes wrong', async () => {
  // The mail server quotes the address in its refusal, as they do.
  const sink = await startSmtpSink({
    answerTo: (to) => (to.startsWith('refused') ? `550 5.1.1 <${to}>: no such user ${to}` : '250 ok'),
  })
  const server = await startServer({ env: { ...sink.env, ...secrets } })
  const answers: string[] = []
  const ask = async (...[route, options]: Parameters<typeof call>) => {
    const outcome = await call(api(server, route), options)
    answers.push(JSON.stringify(outcome.json))
    return outcome
  }
  const body = { ...person, password_confirm: person.password }
  const { tokens } = (await ask('register/', { ...post, body })).json
  const refused = `refused.${id}@example.com`
  await ask('register/', { ...post, body: { ...body, email: refused, phone_number: '' } })
  await everyFlow(ask, server, tokens)
  await expect.poll(() => sink.texts.join('').includes('verify-email?token='), { timeout: 10_000 }).toBe(true)
  const mailed = [...sink.texts.join('').matchAll(/token=([\w-]{20,})/g)].map(([, token]) => String(token))
  for (const token of mailed) await ask('verify-email/', { ...post, body: { token } })
  await wait(1_000)

  const { found, dump } = await lookEverywhere(server)
  const personal = [
    ...Object.values(person),
    refused,
    id,
    ...Object.values(tokens as object).map(String),
    ...mailed,
  ]
  for (const value of personal) expect(found.includes(value) ? value : '', 'in output, logs or jobs').toBe('')
  const ours = [
    secrets.SECRET_KEY,
    secrets.OWNER_PASSWORD,
    secrets.EMAIL_HOST_PASSWORD,
    readPasswords(server.dataDir)?.crm,
  ]
  for (const value of [...ours, person.password, ...mailed]) {
    expect(dump.includes(String(value)) ? value : '', 'in the database').toBe('')
    expect(answers.join('').includes(String(value)) ? value : '', 'in answers').toBe('')
  }
  for (const value of ours) expect(found.includes(String(value)) ? value : '').toBe('')
  expect(found).toContain('550')
}, 120_000)

/** Right and wrong, through every kind of answer. */
async function everyFlow(
  ask: typeof call,
  server: ServerProcess,
  tokens: { access: string; refresh: string },
): Promise<void> {
  const token = tokens.access
  const { email, password } = person
  await ask('register/', { ...post, body: { ...person, password_confirm: 'x' } })
  await ask('register/', {
    ...post,
    body: { ...person, email: `${email}\u0000`, date_of_birth: '2999-12-31' },
  })
  await ask('login/', { ...post, body: { email, password } })
  await ask('login/', { ...post, body: { email, password: `${password}x` } })
  await ask(`profile/?email=${email}`, { token })
  await ask('profile/', {
    method: 'PATCH',
    token,
    body: { street_address: `${person.street_address} 2`, phone_number: person.first_name },
  })
  await ask('profile/', { method: 'PATCH', token: `${token}x`, body: { first_name: person.first_name } })
  await ask('password-reset/', { ...post, body: { email } })
  await ask('verify-email/resend/', { ...post, body: { email } })
  await ask('verify-email/', { ...post, body: { token: person.password } })
  await ask('change-password/', {
    ...post,
    token,
    body: { old_password: 'x', new_password: password, new_password_confirm: password },
  })
  await ask(`unknown/${email}/`, { token })
  await fetch(api(server, 'login/'), {
    ...post,
    headers: { 'content-type': 'application/json' },
    body: `{"email": "${email}", "password": "${password}" oops`,
  })
  await fetch(api(server, 'login/'), {
    ...post,
    headers: { 'content-type': 'text/plain' },
    body: `${email} ${password}`,
  })
  await withBrokenDatabase(server, async () => {
    await ask('register/', {
      ...post,
      body: { ...person, email: `second.${email}`, password_confirm: password },
    })
    await ask('profile/', { method: 'PATCH', token, body: { last_name: `${person.last_name}-Okafor` } })
    await ask('login/', { ...post, body: { email, password } })
  })
  await ask('token/refresh/', { ...post, body: { refresh: tokens.refresh } })
}

const portOf = ({ dataDir }: ServerProcess) =>
  Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3])

async function asAdmin<Result>(
  server: ServerProcess,
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  const password = readPasswords(server.dataDir)?.postgres
  const admin = new pg.Client({
    host: '127.0.0.1',
    port: portOf(server),
    user: 'postgres',
    database: 'crm',
    password,
  })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** With a constraint that refuses the row and quotes it, as PostgreSQL does in its details. */
async function withBrokenDatabase(server: ServerProcess, work: () => Promise<void>): Promise<void> {
  await asAdmin(server, async (admin) => {
    await admin.query('alter table customers add constraint broken check (false) not valid')
    await work()
    await admin.query('alter table customers drop constraint broken')
  })
}

async function lookEverywhere(server: ServerProcess): Promise<{ found: string; dump: string }> {
  const logs = readdirSync(server.dataDir).filter((name) => name.includes('.log'))
  const { jobs, dump } = await asAdmin(server, async (admin) => {
    const { rows: tables } = await admin.query(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    )
    const texts: string[] = []
    for (const { name } of tables)
      texts.push(JSON.stringify((await admin.query(`select * from ${name}`)).rows))
    const { rows } = await admin.query('select payload, last_error from graphile_worker._private_jobs')
    expect(rows.some(({ last_error }) => last_error)).toBe(true)
    return { jobs: JSON.stringify(rows), dump: texts.join('\n') }
  })
  const files = logs.map((name) => readFileSync(path.join(server.dataDir, name), 'utf8'))
  return { found: [server.output(), ...files, jobs].join('\n'), dump }
}
