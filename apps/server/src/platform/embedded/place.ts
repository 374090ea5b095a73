import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { type Account, accountFor, canEnter, canRun, isRoot } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { copyBinaries } from './binaries-copy.ts'
import { claimStateFolder, pruneStateFolder, refuseClusterOfAnother } from './state-folder.ts'

/** Where the database of a data folder lies, what runs it and as whom. */
export type Place = { dataDir: string; cluster: string; binaries: Binaries; account: Account }

type Search = { dataDir: string; stateDir: string; say: (line: string) => void }

/** Finds a cluster and binaries that the account can really reach, moving them out of its way where it cannot. */
export async function findPlace({ dataDir, stateDir, say }: Search): Promise<Place> {
  if (isRoot) pruneStateFolder(stateDir)
  const kept = findCluster(dataDir)
  const account = accountFor(kept && existsSync(kept) ? kept : undefined)
  const cluster = kept ?? newCluster({ dataDir, stateDir, say }, account)
  refuseUnreachable(cluster, dataDir, account)

  const packaged = findBinaries()
  const isPackagedFine = canRun(packaged, account)
  const binaries = isPackagedFine
    ? packaged
    : await copyBinaries(packaged, path.join(isRoot ? stateDir : dataDir, 'binaries'))
  if (!isPackagedFine && !canRun(binaries, account)) {
    throw new Error(
      `The PostgreSQL among the packages (${packaged.version}) does not run on this system: set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }

  const isOutside = !cluster.startsWith(dataDir + path.sep)
  if (isRoot && (isOutside || !isPackagedFine)) {
    const what = [
      isOutside && `the database lies in ${cluster}`,
      !isPackagedFine && `it runs from ${binaries.folder}`,
    ]
    const where = what.filter(Boolean).join(' and ')
    say(`PostgreSQL does not run as root, and its user ${account?.name} may not look in here: ${where}.`)
  }
  return { dataDir, cluster, binaries, account }
}

/** The cluster this data folder has used before, if any; for a link the folder may still be missing. */
export function findCluster(dataDir: string): string | undefined {
  const own = path.join(dataDir, 'postgres')
  const found = lstatSync(own, { throwIfNoEntry: false })
  if (!found?.isSymbolicLink()) return found && own
  const cluster = path.resolve(dataDir, readlinkSync(own))
  if (!existsSync(path.dirname(cluster))) {
    throw new Error(
      `${own} leads to ${cluster}, which is gone: bring that folder back, or remove the link to begin with an empty database.`,
    )
  }
  refuseClusterOfAnother(cluster, dataDir)
  return cluster
}

function newCluster({ dataDir, stateDir, say }: Search, account: Account): string {
  const own = path.join(dataDir, 'postgres')
  if (!account || canEnter(dataDir, account) || letIn(dataDir, account)) return own
  const cluster = claimStateFolder({ stateDir, dataDir, say })
  symlinkSync(cluster, own)
  return cluster
}

// Traversal for the account's group is harmless where everything inside guards itself.
function letIn(dataDir: string, account: NonNullable<Account>): boolean {
  if (!canEnter(path.dirname(dataDir), account)) return false
  const { mode } = statSync(dataDir)
  const entries = readdirSync(dataDir).map((name) => lstatSync(path.join(dataDir, name)))
  if (mode & 0o070 || entries.some((entry) => entry.mode & 0o077)) return false
  chownSync(dataDir, -1, account.gid)
  chmodSync(dataDir, 0o710)
  return canEnter(dataDir, account)
}

function refuseUnreachable(cluster: string, dataDir: string, account: Account): void {
  if (canEnter(existsSync(cluster) ? cluster : path.dirname(cluster), account)) return
  throw new Error(
    `PostgreSQL runs as the user ${account?.name ?? 'that started this'}, who cannot enter ${cluster}: give that user access to it and to the folders above, or move ${dataDir} to where it has (DATA_DIR).`,
  )
}
