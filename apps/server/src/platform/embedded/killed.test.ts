import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { accountFor, runAs } from './account.ts'
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

const purpose = 'npm start'

test('killing the owner leaves no PostgreSQL behind, and the next start has the data', async () => {
  const dataDir = await initialisedDataDir()
  const owner = await startElsewhere(dataDir)
  await ask(owner.url, 'create table kept as select 42 as answer')
  const server = serverOf(dataDir)
  await owner.kill()
  expect(await untilServerEnded(dataDir, server)).toBe(true)
  await expectDataAfterStart(dataDir)
})

test('a start right after the owner was killed waits for the server it left', async () => {
  const dataDir = await initialisedDataDir()
  const owner = await startElsewhere(dataDir)
  await ask(owner.url, 'create table kept as select 42 as answer')
  await owner.kill()
  await expectDataAfterStart(dataDir)
})

test('a server whose owner and guard were both killed is ended by the next start', async () => {
  const dataDir = await initialisedDataDir()
  const owner = await startElsewhere(dataDir)
  await ask(owner.url, 'create table kept as select 42 as answer')
  const server = serverOf(dataDir)
  killAll(guardOf(server))
  await owner.kill()
  await expectDataAfterStart(dataDir)
  expect(serverOf(dataDir)).not.toBe(server)
})

test('killing the owner, the guard and PostgreSQL leaves a folder that starts again', async () => {
  const dataDir = await initialisedDataDir()
  const owner = await startElsewhere(dataDir)
  await ask(owner.url, 'create table kept as select 42 as answer')
  const server = serverOf(dataDir)
  const guard = guardOf(server)
  process.kill(owner.pid, 'SIGSTOP')
  killAll([...guard, server])
  await owner.kill()
  await expectDataAfterStart(dataDir)
})

test('a number in postmaster.pid that another process has by now does not stop the start', async () => {
  const dataDir = await initialisedDataDir()
  const cluster = path.join(dataDir, 'postgres')
  const file = path.join(cluster, 'postmaster.pid')
  // Of the same user, as PostgreSQL itself sees through the others.
  const stranger = spawn('sleep', ['60'], runAs(accountFor(cluster)))
  onTestFinished(() => void stranger.kill())
  writeFileSync(file, `${stranger.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`)
  const { url } = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick }))
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readFileSync(file, 'utf8')).not.toMatch(new RegExp(`^${stranger.pid}\n`))
})

async function expectDataAfterStart(dataDir: string): Promise<void> {
  const { url } = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick }))
  expect(await ask(url, 'select answer from kept')).toEqual([{ answer: 42 }])
}

/** The guard's shell and the one that reads its input. */
function guardOf(server: number): number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const shell = processes.find(([pid]) => pid === server)?.[1]
  const readers = processes.filter(([pid, parent]) => parent === shell && pid !== server).map(([pid]) => pid)
  return [shell, ...readers].filter((pid) => pid !== undefined)
}

function killAll(pids: number[]): void {
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
}
