import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** The one gate, the same on a laptop as in CI: everything that must hold before a change is done. */
const steps: [name: string, bin: string, ...args: string[]][] = [
  ['types', 'tsc', '-p', '.'],
  [
    'texts of the pages',
    'paraglide-js',
    'compile',
    '--project',
    'apps/web/project.inlang',
    '--outdir',
    'apps/web/src/messages',
  ],
  ['types of the pages', 'tsc', '-p', 'apps/web'],
  ['lint and format', 'biome', 'check', '--error-on-warnings'],
  ['borders', 'depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'scripts', 'bench'],
  ['unused code', 'knip'],
  ['migrations', 'squawk', '--config', '.squawk.toml', 'apps/server/migrations/*.sql'],
  ['tests', 'vitest', 'run'],
]

/** `--quick` leaves the tests out. */
const isQuick = process.argv.includes('--quick')
const root = path.resolve(import.meta.dirname, '..')

for (const [name, bin, ...args] of steps) {
  if (isQuick && name === 'tests') continue
  console.log(`── ${name}`)
  const command = `"${path.join(root, 'node_modules/.bin', bin)}" ${args.join(' ')}`
  const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true })
  if (status !== 0) {
    console.error(`── ${name}: not right. Mend it and run npm run check again.`)
    process.exit(1)
  }
}
console.log('── all is well')
