import { expect, test } from 'vitest'
import { borrowEmbeddedDatabase } from './borrow.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'
import { ask, initialisedDataDir, quick, startElsewhere, stopLater } from './fixtures.ts'

const purpose = 'npm run crm'

test('a command without a running database starts one for as long as it needs it', async () => {
  const dataDir = await initialisedDataDir()
  const database = await borrowEmbeddedDatabase({ dataDir, purpose, settings: quick })
  expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
  await expect(ask(database.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('a command uses the running database and leaves it running', async () => {
  const dataDir = await initialisedDataDir()
  const { url } = await startElsewhere(dataDir)
  const database = await borrowEmbeddedDatabase({ dataDir, purpose })
  expect(database.url).toBe(url)
  await database.stop()
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a command that comes while the holder is starting waits for it', async () => {
  const dataDir = await initialisedDataDir()
  const starting = startEmbeddedDatabase({ dataDir, purpose: 'npm start', settings: quick })
  const borrowed = await borrowEmbeddedDatabase({ dataDir, purpose })
  const { url } = stopLater(await starting)
  expect(borrowed.url).toBe(url)
  await borrowed.stop()
})

test('the first of two commands ends its database only when the second is done with it', async () => {
  const dataDir = await initialisedDataDir()
  const said: string[] = []
  const first = await borrowEmbeddedDatabase({
    dataDir,
    purpose,
    settings: quick,
    say: (line) => said.push(line),
  })
  const second = await borrowEmbeddedDatabase({ dataDir, purpose })
  const stopped = first.stop().then(() => 'stopped')

  await expect.poll(() => said).toContainEqual(expect.stringMatching(/^Waiting for 1 other connection/))
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(await stopped).toBe('stopped')
})

test('a command that comes while the holder is stopping gets a database of its own', async () => {
  const dataDir = await initialisedDataDir()
  const first = await borrowEmbeddedDatabase({ dataDir, purpose, settings: quick })
  const [second] = await Promise.all([
    borrowEmbeddedDatabase({ dataDir, purpose, settings: quick }),
    first.stop(),
  ])
  stopLater(second)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})
