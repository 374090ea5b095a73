import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { accountFor, canRun, isRoot } from './account.ts'
import { findBinaries } from './binaries.ts'
import { copyBinaries } from './binaries-copy.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'
import { ask, quick, stopLater, temporaryDataDir } from './fixtures.ts'

const purpose = 'npm start'

describe.skipIf(!isRoot)('as root', () => {
  test('a data folder that only root may enter lets the PostgreSQL user through and nobody else', async () => {
    const dataDir = temporaryDataDir()
    mkdirSync(dataDir, { mode: 0o700 })
    writeFileSync(path.join(dataDir, 'secret'), 'ours', { mode: 0o600 })
    const { url } = stopLater(await startEmbeddedDatabase({ dataDir, purpose, settings: quick }))
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(dataDir).mode & 0o777).toBe(0o710)
    expect(lstatSync(path.join(dataDir, 'postgres')).isDirectory()).toBe(true)
  })

  test('under a folder that only root may enter the database lies in the state folder', async () => {
    const { dataDir, stateDir } = hiddenDataDir()
    const said: string[] = []
    const start = () =>
      startEmbeddedDatabase({ dataDir, stateDir, purpose, settings: quick, say: (line) => said.push(line) })
    const first = stopLater(await start())
    await ask(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    const second = stopLater(await start())
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(readlinkSync(path.join(dataDir, 'postgres'))).toContain(`${stateDir}/databases/`)
    expect(said.filter((line) => line.includes(`the database lies in ${stateDir}`))).toHaveLength(2)
  })

  test('a copy of a data folder does not run the database of the original', async () => {
    const { dataDir, stateDir } = hiddenDataDir()
    await (await startEmbeddedDatabase({ dataDir, stateDir, purpose, settings: quick })).stop()
    const copy = `${dataDir}-copy`
    cpSync(dataDir, copy, { recursive: true, verbatimSymlinks: true })
    await expect(startEmbeddedDatabase({ dataDir: copy, stateDir, purpose })).rejects.toThrow(
      `leads to the database of ${dataDir}, of which this folder is a copy`,
    )
  })

  test('after the data folder was removed the database begins empty, and the earlier one is kept aside', async () => {
    const { dataDir, stateDir } = hiddenDataDir()
    const said: string[] = []
    const start = () =>
      startEmbeddedDatabase({ dataDir, stateDir, purpose, settings: quick, say: (line) => said.push(line) })
    await (await start()).stop()
    renameSync(dataDir, `${dataDir}-away`)
    mkdirSync(dataDir)
    await (await start()).stop()
    expect(said).toContainEqual(
      expect.stringMatching(/earlier data folder in this place was kept as .*until-/),
    )
  })

  test('a link whose database is gone is refused instead of beginning empty', async () => {
    const { dataDir, stateDir } = hiddenDataDir()
    mkdirSync(dataDir)
    symlinkSync(path.join(stateDir, 'databases', '0', 'postgres'), path.join(dataDir, 'postgres'))
    await expect(startEmbeddedDatabase({ dataDir, stateDir, purpose })).rejects.toThrow(
      /which is gone: bring/,
    )
  })

  test('a database whose temporary data folder is gone is thrown away at the next start, and no other', async () => {
    const gone = hiddenDataDir()
    const { stateDir } = gone
    const kept = hiddenDataDir()
    await (await startEmbeddedDatabase({ ...gone, purpose, settings: quick })).stop()
    await (await startEmbeddedDatabase({ ...kept, stateDir, purpose, settings: quick })).stop()
    const clusters = [gone, kept].map(({ dataDir }) => readlinkSync(path.join(dataDir, 'postgres')))
    rmSync(gone.dataDir, { recursive: true })
    await (await startEmbeddedDatabase({ ...kept, stateDir, purpose, settings: quick })).stop()
    expect(clusters.map((cluster) => existsSync(cluster))).toEqual([false, true])
  })

  test('binaries that the PostgreSQL user cannot read run from a copy, made once by two who come together', async () => {
    const hidden = path.dirname(temporaryDataDir())
    const packaged = findBinaries()
    cpSync(packaged.folder, path.join(hidden, 'native'), { recursive: true, verbatimSymlinks: true })
    const unreadable = { ...packaged, folder: path.join(hidden, 'native') }
    chmodSync(hidden, 0o700)
    const account = accountFor(undefined)
    expect(canRun(unreadable, account)).toBe(false)

    const parent = path.join(path.dirname(temporaryDataDir()), 'binaries')
    const copies = await Promise.all([1, 2].map(() => copyBinaries(unreadable, parent)))
    expect(copies.map((copy) => canRun(copy, account))).toEqual([true, true])
  })
})

function hiddenDataDir() {
  const dataDir = temporaryDataDir()
  chmodSync(path.dirname(dataDir), 0o700)
  return { dataDir, stateDir: path.join(path.dirname(temporaryDataDir()), 'state') }
}
