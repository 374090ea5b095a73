import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkKey, type Storage } from './storage.ts'

/** Keeps files in a folder, which is made when the first is put. */
export function createDiskStorage(folder: string): Storage {
  const place = (key: string) => {
    checkKey(key)
    return path.join(folder, key)
  }
  const draftOf = (file: string) => `${file}.part`
  return {
    async put(key, bytes) {
      const file = place(key)
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(draftOf(file), bytes, { mode: 0o600, flush: true })
      await rename(draftOf(file), file)
    },
    async read(key) {
      return readFile(place(key)).catch(undefinedWhereNone)
    },
    async delete(keys) {
      for (const file of keys.map(place))
        for (const one of [draftOf(file), file]) await rm(one, { force: true })
    },
    close() {},
  }
}

function undefinedWhereNone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
