import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isServing, readPostmaster } from './postmaster.ts'

// Root's databases whose data folder the PostgreSQL user cannot enter. Each lies in a folder of its own, with the
// path of the data folder it belongs to beside it.
export const STATE_FOLDER = '/var/lib/afro-caribbean-crm'

const OWNER_FILE = 'data-dir'

type Claim = { stateDir: string; dataDir: string; say: (line: string) => void }

/** Makes the place outside of a data folder where its cluster will lie. */
export function claimStateFolder({ stateDir, dataDir, say }: Claim): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder = path.join(stateDir, 'databases', name)
  mkdirSync(folder, { recursive: true })
  for (const one of [stateDir, path.dirname(folder), folder]) chmodSync(one, 0o755)
  writeFileSync(path.join(folder, OWNER_FILE), dataDir, { mode: 0o600 })
  const cluster = path.join(folder, 'postgres')
  if (existsSync(cluster)) setAside(cluster, say)
  return cluster
}

// Somebody removed the data folder and means to begin anew; what they may not have thought of is not ours to delete.
function setAside(cluster: string, say: Claim['say']): void {
  const aside = `${cluster}.until-${new Date().toISOString().replaceAll(':', '')}`
  renameSync(cluster, aside)
  say(`The database of an earlier data folder in this place was kept as ${aside}.`)
}

/** A copied data folder brings the link along: two data folders would then run the same cluster. */
export function refuseClusterOfAnother(cluster: string, dataDir: string): void {
  const file = path.join(path.dirname(cluster), OWNER_FILE)
  const owner = readIfThere(file)
  if (owner === undefined || owner === dataDir) return
  if (leadsTo(owner, cluster)) {
    throw new Error(
      `${path.join(dataDir, 'postgres')} leads to the database of ${owner}, of which this folder is a copy: remove that link and restore a backup, or set DATA_DIR=${owner}.`,
    )
  }
  writeFileSync(file, dataDir, { mode: 0o600 })
}

/** Throws away what tests and trials left behind: clusters whose data folder lay among the temporary files and is gone. */
export function pruneStateFolder(stateDir: string): void {
  const databases = path.join(stateDir, 'databases')
  if (!existsSync(databases)) return
  const temporary = realpathSync(os.tmpdir()) + path.sep
  for (const name of readdirSync(databases)) {
    const folder = path.join(databases, name)
    const owner = readIfThere(path.join(folder, OWNER_FILE))
    if (!owner?.startsWith(temporary) || existsSync(owner)) continue
    const cluster = path.join(folder, 'postgres')
    const postmaster = readPostmaster(cluster)
    if (postmaster && isServing(cluster, postmaster.pid)) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

function leadsTo(dataDir: string, cluster: string): boolean {
  const link = path.join(dataDir, 'postgres')
  return existsSync(link) && realpathSync(link) === cluster
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
