import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { createSmtpMailer } from '../../src/platform/mail/mailer.ts'
import { createDiskStorage } from '../../src/platform/storage/disk-storage.ts'
import { createS3Storage } from '../../src/platform/storage/s3-storage.ts'
import type { Storage } from '../../src/platform/storage/storage.ts'
import { type Person, signUp } from '../cast.ts'
import { hurry, waitingJobs, workOnJobs } from '../jobs.ts'
import { leaks } from '../leaks.ts'
import { putPicture } from '../pictures.ts'
import { createTestApp, password, type TestApp } from '../test-app.ts'

beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key-of-tests')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-of-tests')
})
afterAll(() => vi.unstubAllEnvs())

const inBucket = (port: number) =>
  createS3Storage(`s3://pictures/store?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}`)

const says = (status: number, code: string) => (_: unknown, response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code><Message>The bucket pictures: ${code}</Message></Error>`)
}

async function bucketThat(answers: (request: unknown, response: ServerResponse) => void): Promise<Storage> {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return inBucket((server.address() as AddressInfo).port)
}

/** Storages that fail, each in a way of its own. */
const storages: Record<string, () => Promise<Storage>> = {
  'a bucket where nobody listens': async () => inBucket(9),
  'a bucket that refuses': () => bucketThat(says(403, 'AccessDenied')),
  'a bucket that is gone': () => bucketThat(says(404, 'NoSuchBucket')),
  'a bucket that never answers': () => bucketThat(() => {}),
  'a disk whose folder is none': async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-outage-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(path.join(folder, 'media'), 'a file in its place')
    return createDiskStorage(path.join(folder, 'media'))
  },
}

/** What may be said of it: that it passes, when to come back, and the number to quote. */
function expectPlain({ status, json, text, headers }: Awaited<ReturnType<TestApp['call']>>) {
  expect(status, text).toBe(503)
  expect(json).toEqual({
    detail: 'Pictures can not be kept or shown just now. Try again in a moment.',
    code: 'unavailable',
    request_id: headers['x-request-id'],
  })
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(text).not.toMatch(leaks)
  expect(JSON.stringify(headers)).not.toMatch(/AccessDenied|NoSuchBucket|amz|ENOTDIR/)
}

describe.each(Object.entries(storages))('with %s', (_, make) => {
  test('a picture is neither taken nor shown, the answer tells nothing, and its files are not forgotten', {
    timeout: 90_000,
  }, async () => {
    const storage = await make()
    const crm = await createTestApp({ storage })
    onTestFinished(async () => {
      storage.close()
      await crm.close()
    })
    const me = await signUp(crm)
    expectPlain(await putPicture(crm, me.access))
    const { json } = await crm.call('GET', '/api/customers/profile/', { token: me.access })
    expect(json.profile_picture).toBe('')
    const looked = await crm.call('GET', '/media/pictures/0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f-64.webp')
    expectPlain(looked)
    const { rows } = await crm.database.pool.query(
      'select customer_id, kept_until <= now() as is_due from customer_pictures',
    )
    expect(rows).toEqual([{ customer_id: null, is_due: true }])
  })
})

describe('what follows is kept to be tried again', () => {
  let crm: TestApp
  let me: Person
  beforeEach(async () => {
    crm = await createTestApp()
    onTestFinished(() => crm.close())
    me = await signUp(crm)
    await crm.runJobs()
    crm.outbox.length = 0
  })
  const log: string[] = []
  const work = (parts: Parameters<typeof workOnJobs>[1] = {}) =>
    workOnJobs(crm, { ...parts, log: (line) => log.push(line) })

  async function expectKept(task: string, secrets: (string | RegExp)[]) {
    await expect
      .poll(async () => (await waitingJobs(crm)).map(({ attempts, is_held }) => [attempts, is_held]), {
        timeout: 30_000,
      })
      .toEqual([[1, false]])
    const [job] = await waitingJobs(crm)
    expect(job).toMatchObject({ task, is_later: true })
    expect(job?.max_attempts).toBeGreaterThan(5)
    for (const secret of secrets)
      for (const said of [job?.last_error ?? '', log.join('\n')]) expect(said).not.toMatch(secret)
  }

  test('the mail of a provider that is away; who asked for it hears nothing of that', async () => {
    const asked = await crm.call('POST', '/api/customers/password-reset/', { body: { email: me.email } })
    expect([asked.status, asked.text]).toEqual([200, expect.not.stringMatching(leaks)])
    const settings = {
      EMAIL_BACKEND: 'smtp',
      EMAIL_HOST: '127.0.0.1',
      EMAIL_PORT: '9',
      EMAIL_USE_TLS: 'false',
    }
    await work({ mailer: createSmtpMailer(parseConfig({ ...settings, PUBLIC_URL: 'http://localhost' })) })
    await expectKept('send-password-reset-mail', [new RegExp(me.email), /token=/])
  })

  test('the mail of a provider whose refusal quotes it, sent when it takes mails again', async () => {
    await crm.call('POST', '/api/customers/password-reset/', { body: { email: me.email } })
    let isBroken = true
    await work({
      mailer: {
        async send(mail) {
          if (isBroken) throw new Error(`550 no mailbox ${mail.to}: ${mail.text}`)
          crm.outbox.push(mail)
        },
        close() {},
      },
    })
    await expectKept('send-password-reset-mail', [new RegExp(me.email), /token=/, /550 no mailbox/])
    isBroken = false
    await hurry(crm)
    await expect.poll(() => crm.outbox.map(({ to }) => to), { timeout: 30_000 }).toEqual([me.email])
    await expect.poll(() => waitingJobs(crm)).toEqual([])
  })

  test('a mail that can not be written, written once it can', async () => {
    await crm.database.pool.query("update store_settings set time_zone = 'Mars/Olympus'")
    const left = await crm.call('POST', '/api/customers/deletion/', { token: me.access, body: { password } })
    expect([left.status, left.text]).toEqual([204, ''])
    // What else follows from leaving is no mail, and done.
    await crm.database.pool.query(
      `delete from graphile_worker._private_jobs where task_id <> (
         select id from graphile_worker._private_tasks where identifier = 'send-deletion-notice')`,
    )
    await work()
    await expectKept('send-deletion-notice', [/Mars/, new RegExp(me.email)])
    expect(crm.outbox).toEqual([])
    await crm.database.pool.query("update store_settings set time_zone = 'America/Toronto'")
    await hurry(crm)
    await expect.poll(() => crm.outbox.map(({ to }) => to), { timeout: 30_000 }).toEqual([me.email])
  })

  test('the removal of a picture’s files from a storage that is away', async () => {
    expect((await putPicture(crm, me.access)).status).toBe(200)
    await crm.runJobs()
    const { json } = await crm.call('DELETE', '/api/customers/profile/picture/', { token: me.access })
    expect(json.profile_picture).toBe('')
    await work({ storage: inBucket(9) })
    await expectKept('remove-stray-pictures', [/pictures\/[\da-f-]{36}/])
    expect((await crm.database.pool.query('select from customer_pictures')).rowCount).toBe(1)
  })
})
