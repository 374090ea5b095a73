import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What PostgreSQL itself writes into its folder while it runs (and leaves there when it is killed). */
type Postmaster = { pid: number; port: number; isReady: boolean }

// https://www.postgresql.org/docs/18/storage-file-layout.html names postmaster.pid; the lines are in pidfile.h.
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readOr('', path.join(cluster, 'postmaster.pid')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Whether that process is a PostgreSQL on this very folder: numbers are reused, so one that is merely alive proves
 * nothing. A zombie (its parent is a container's process 1 that reaps nobody) counts as ended.
 */
export function isServing(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  const words = commandOf(pid)
  if (!path.basename(words[0] ?? '').startsWith('postgres')) return false
  return words.some((word) => word === cluster) || workingFolderOf(pid) === cluster
}

export async function untilEnded(cluster: string, pid: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (isServing(cluster, pid)) {
    if (Date.now() > deadline) return false
    await pause(25)
  }
  return true
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandOf(pid: number): string[] {
  if (process.platform === 'linux') return readOr('', `/proc/${pid}/cmdline`).split('\0')
  return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split(' ')
}

// Root in a container may lack the right to look; the command line has told enough in most cases.
function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function readOr(otherwise: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
