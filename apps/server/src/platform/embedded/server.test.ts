import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { accountFor, runAs } from './account.ts'
import { programOf } from './binaries.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'
import {
  ask,
  initialisedDataDir,
  quick,
  serverOf,
  startElsewhere,
  stopLater,
  untilServerEnded,
} from './fixtures.ts'
import { findPlace } from './place.ts'
import { STATE_FOLDER } from './state-folder.ts'

const untilBack = { timeout: 8000, interval: 50 }

async function startTalking() {
  const dataDir = await initialisedDataDir()
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const database = await startEmbeddedDatabase({ dataDir, purpose: 'npm start', settings: quick, say })
  return { ...stopLater(database), dataDir, said }
}

test('a crashed PostgreSQL comes back on the same port', async () => {
  const { url, dataDir, said } = await startTalking()
  process.kill(serverOf(dataDir), 'SIGKILL')
  await expect.poll(() => said.at(-1), untilBack).toMatch(/runs again on port/)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(said.filter((line) => line.includes('ended unexpectedly'))).toHaveLength(1)
})

test("somebody's pg_ctl restart is survived, and what they started ends with us, even if we are killed", async () => {
  const dataDir = await initialisedDataDir()
  const cluster = path.join(dataDir, 'postgres')
  const owner = await startElsewhere(dataDir)
  const before = serverOf(dataDir)
  const restart = ['restart', '-D', cluster, '-w', '-l', path.join(cluster, 'restart.log')]
  const { binaries } = await findPlace({ dataDir, stateDir: STATE_FOLDER, say: () => {} })
  execFileSync(programOf(binaries, 'pg_ctl'), restart, {
    ...runAs(accountFor(cluster)),
    stdio: 'ignore',
  })
  await expect.poll(() => owner.said.at(-1), untilBack).toMatch(/started by somebody else|runs again/)
  expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }])

  const after = serverOf(dataDir)
  expect(after).not.toBe(before)
  await owner.kill()
  expect(await untilServerEnded(dataDir, after)).toBe(true)
})

test('a stop that comes while PostgreSQL is being restarted leaves none running', async () => {
  const { url, dataDir, said, stop } = await startTalking()
  process.kill(serverOf(dataDir), 'SIGKILL')
  await expect.poll(() => said.at(-1), untilBack).toMatch(/ended unexpectedly/)
  await stop()
  await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})
