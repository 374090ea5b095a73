import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const run = promisify(execFile)
let root: string

/** A small project with our start scripts, and an npm that only notes that it was called. */
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'crm-run-'))
  mkdirSync(path.join(root, 'scripts'))
  for (const name of ['run.mjs', 'install-packages.mjs', 'install-lock.mjs'])
    cpSync(path.join(import.meta.dirname, name), path.join(root, 'scripts', name))
  writeFileSync(path.join(root, 'app.mjs'), 'console.log("app ran with", ...process.argv.slice(2))')
  writeFileSync(
    path.join(root, 'npm-cli.js'),
    `const fs = require('fs')
     fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
     if (process.env.FAILS) { console.error('npm says no'); process.exit(1) }
     fs.mkdirSync('node_modules', { recursive: true })
     setTimeout(() => {}, 300)`,
  )
  lock('1')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const lock = (version: string) =>
  writeFileSync(
    path.join(root, 'package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version } } }),
  )
const calls = () =>
  existsSync(path.join(root, 'calls'))
    ? readFileSync(path.join(root, 'calls'), 'utf8').trim().split('\n')
    : []
const start = (env: Record<string, string> = {}) =>
  run(process.execPath, ['scripts/run.mjs', 'app.mjs', '--role', 'web'], {
    cwd: root,
    env: { ...process.env, npm_execpath: path.join(root, 'npm-cli.js'), ...env },
  })

test('the first run installs, says so, and then runs the command with its arguments', async () => {
  const { stdout, stderr } = await start()
  expect(stderr).toContain('Installing the packages (first run')
  expect(stdout).toContain('app ran with --role web')
  expect(calls()).toEqual([expect.stringMatching(/^ci --ignore-scripts/)])
})

test('a second run installs nothing, until the lockfile changes', async () => {
  await start()
  expect((await start()).stderr).not.toContain('Installing')
  expect(calls()).toHaveLength(1)
  lock('2')
  expect((await start()).stderr).toContain('the list of packages has changed')
  expect(calls()).toHaveLength(2)
})

test('two that are started together install once, and both run', async () => {
  const answers = await Promise.all([start(), start()])
  expect(answers.map(({ stdout }) => stdout.includes('app ran'))).toEqual([true, true])
  expect(calls()).toHaveLength(1)
})

test('an installation that fails is told in the words of npm, and tried again the next time', async () => {
  await expect(start({ FAILS: '1' })).rejects.toMatchObject({
    stderr: expect.stringContaining('npm says no'),
  })
  expect((await start()).stdout).toContain('app ran')
})
