import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'

/** The secret of this installation: the one that is set, or one that is made once and kept in the data folder. */
export function secretKey({ secrets, DATA_DIR }: Pick<Config, 'secrets' | 'DATA_DIR'>): string {
  if (secrets.SECRET_KEY) return secrets.SECRET_KEY
  const file = path.resolve(DATA_DIR, 'secret-key')
  if (!existsSync(file)) makeOnce(file)
  return readFileSync(file, 'utf8').trim()
}

/** Whole or not at all, and the first of several processes wins: the others read what it wrote. */
function makeOnce(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
