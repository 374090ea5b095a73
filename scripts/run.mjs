// Every npm script goes through here, so that one command is enough on a bare machine: it installs what is
// missing and runs the rest under the Node that the packages bring. It must parse on old Nodes, or those
// would print a syntax error instead of the line that says what to do.
//
//   node scripts/run.mjs [--node-flag …] apps/server/src/main.ts [argument …]
//   node scripts/run.mjs --bin vitest run
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages } from './install-packages.mjs'

const OLDEST_NODE = 24
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

installPackages(root)
  .then(() => run(findNode(), nodeArguments(process.argv.slice(2))))
  .catch((error) => stop(error.message))

/** The packaged Node where it exists for this machine, else the running one when it is new enough. */
function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', name)
  if (fs.existsSync(packaged) && canLoadPackagedNode()) return packaged
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath
  return stop(
    `Node ${OLDEST_NODE} or newer is needed and this is Node ${process.versions.node}: install it from https://nodejs.org and run the command again.`,
  )
}

// The packaged Node is linked against glibc; where its loader is missing (Alpine, NixOS) it cannot start.
function canLoadPackagedNode() {
  if (process.platform !== 'linux') return true
  const loader = process.arch === 'arm64' ? '/lib/ld-linux-aarch64.so.1' : '/lib64/ld-linux-x86-64.so.2'
  return fs.existsSync(loader)
}

function nodeArguments(given) {
  const flags = ['--disable-warning=ExperimentalWarning']
  if (given[0] === '--bin') return [...flags, findBin(given[1]), ...given.slice(2)]
  const at = given.findIndex((argument) => !argument.startsWith('-'))
  if (at < 0)
    stop('Usage: node scripts/run.mjs [--node-flag …] FILE [argument …]  or  --bin NAME [argument …]')
  return [...flags, ...given.slice(0, at), path.resolve(root, given[at]), ...given.slice(at + 1)]
}

function findBin(name) {
  const shim = path.join(root, 'node_modules', '.bin', String(name))
  if (!fs.existsSync(shim)) stop(`${name} is not installed: run "npm ci --include=dev" and try again.`)
  if (process.platform !== 'win32') return fs.realpathSync(shim)
  // On Windows npm writes a shell script in the place of the link; it names the file it would run.
  const named = /"\$basedir\/([^"]+\.[cm]?js)"/.exec(fs.readFileSync(shim, 'utf8'))
  return named ? path.join(path.dirname(shim), named[1]) : shim
}

function run(node, args) {
  const cache = path.join(root, 'node_modules', '.cache', 'node')
  const env = { NODE_COMPILE_CACHE: cache, ...process.env }
  // Becoming the command leaves one process less in memory and no signals to pass on.
  if (process.execve && process.platform !== 'win32') return process.execve(node, [node, ...args], env)

  const child = spawn(node, args, { stdio: 'inherit', env })
  const passOn = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  child.on('error', (error) => stop(`Could not run ${node}: ${error.message}`))
  child.on('exit', (code, signal) => {
    for (const one of signals) process.removeListener(one, passOn)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code)
    // Some signals do not end us (SIGKILL of the child by a shortage of memory arrives here as itself and does).
    setTimeout(() => process.exit(128 + (os.constants.signals[signal] || 0)), 100)
  })
}

function stop(line) {
  console.error(line)
  process.exit(1)
}
