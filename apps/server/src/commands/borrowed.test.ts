import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../platform/embedded/embedded-database.ts'

let dataDir: string
let holder: EmbeddedDatabase
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-borrowed-'))
  holder = await startEmbeddedDatabase({ dataDir, purpose: 'npm start', settings: { fsync: 'off' } })
})
afterAll(async () => {
  await holder.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function createOwner(password: string) {
  const running = promisify(execFile)(
    process.execPath,
    [path.resolve(import.meta.dirname, '../cli.ts'), 'create-owner', '--email', 'boss@example.com'],
    { env: { PATH: process.env.PATH, DATA_DIR: dataDir } },
  )
  running.child.stdin?.end(password)
  return running.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code: code as number, said: stderr }),
  )
}

test('a command beside a running server says what it did, and fails aloud, every time', async () => {
  for (let round = 0; round < 4; round += 1) {
    expect(await createOwner('weak')).toEqual({ code: 1, said: expect.stringContaining('too short') })
    expect(await createOwner('Plantain-2026!')).toEqual({
      code: 0,
      said: expect.stringContaining('boss@example.com is an owner'),
    })
  }
}, 60_000)
