// Brings node_modules in line with package-lock.json, once, before a command runs. Plain old JavaScript for
// the reason given in run.mjs.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { holdInstallLock } from './install-lock.mjs'

/** Resolves when the packages of package-lock.json are in place; throws with npm's own words when that fails. */
export async function installPackages(root) {
  const wanted = fingerprint(path.join(root, 'package-lock.json'))
  if (!wanted || isInstalled(root, wanted)) return

  const release = await holdInstallLock(path.join(root, '.installing'))
  try {
    if (isInstalled(root, wanted)) return
    const why = fs.existsSync(path.join(root, 'node_modules'))
      ? 'the list of packages has changed'
      : 'first run, takes a minute'
    console.error(`Installing the packages (${why}) …`)
    await npmCi(root)
    keepStamp(root, wanted)
  } finally {
    release()
  }
}

function fingerprint(file) {
  // No lockfile means that somebody else answers for node_modules (an image with only what is needed).
  if (!fs.existsSync(file)) return undefined
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex')
}

function isInstalled(root, wanted) {
  const stamp = path.join(root, 'node_modules', '.installed-lock')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return true
  if (!isInstalledByHand(root)) return false
  keepStamp(root, wanted)
  return true
}

/** After somebody's own `npm ci` or `npm install` npm's record of what it installed agrees with the lockfile. */
function isInstalledByHand(root) {
  const installed = packagesIn(path.join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesIn(path.join(root, 'package-lock.json'))
  if (!installed) return false
  return Object.keys(wanted).every((name) => {
    if (!name.startsWith('node_modules/')) return true
    const here = installed[name]
    const there = wanted[name]
    if (!here) return Boolean(there.optional || there.devOptional)
    return here.version === there.version && here.integrity === there.integrity
  })
}

function packagesIn(lockfile) {
  return fs.existsSync(lockfile) ? JSON.parse(fs.readFileSync(lockfile, 'utf8')).packages : undefined
}

function keepStamp(root, wanted) {
  try {
    fs.writeFileSync(path.join(root, 'node_modules', '.installed-lock'), wanted)
  } catch {
    // A tree that we may not write to was installed by somebody else; it is compared again next time.
  }
}

function npmCi(root) {
  const env = { ...process.env }
  // `npm --workspace NAME start` would otherwise narrow the installation to that workspace.
  for (const name of Object.keys(env))
    if (/^npm_config_(workspace|include_workspace_root)/i.test(name)) delete env[name]
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath || ''
  const knowsNpm = path.basename(npm) === 'npm-cli.js'
  // The Node that runs npm, as ours may lie in the tree that is about to be replaced.
  const node = process.env.npm_node_execpath || process.execPath
  const child = knowsNpm
    ? spawn(node, [npm, ...flags], { cwd: root, env })
    : spawn('npm', flags, { cwd: root, env, shell: process.platform === 'win32' })
  const endToo = () => child.kill()
  process.once('exit', endToo)
  return new Promise((resolve, reject) => {
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)))
    child.on('close', (code, signal) => {
      process.removeListener('exit', endToo)
      if (code === 0) return resolve()
      const words = Buffer.concat(said).toString()
      reject(
        new Error(`${words}\nThe packages could not be installed ("npm ci" ended with ${signal || code}).`),
      )
    })
  })
}
