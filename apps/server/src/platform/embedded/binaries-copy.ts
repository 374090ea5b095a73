import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Binaries, linkLibraries } from './binaries.ts'

/** Keeps a copy of the binaries that every user may run, one for each version, and returns it. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const copy = path.join(parent, binaries.version)
  const folder = path.join(copy, 'native')
  if (!existsSync(copy)) await makeCopy(binaries.folder, copy)
  return { ...binaries, folder }
}

async function makeCopy(from: string, copy: string): Promise<void> {
  await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 })
  const unfinished = await mkdtemp(`${copy}.`)
  await cp(from, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  linkLibraries(path.join(unfinished, 'native'))
  try {
    // The rename is what makes the copy exist, so that nobody ever runs half of one.
    await rename(unfinished, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
    await rm(unfinished, { recursive: true, force: true })
  }
}

// Packages installed under a strict umask are unreadable for the user the copy is made for.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile())
      chmodSync(file, path.basename(folder) === 'bin' || file.includes('.so') ? 0o755 : 0o644)
  }
}
