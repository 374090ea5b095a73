// `npm start` and `npm test` given at the same moment must not both fill node_modules.
import fs from 'node:fs'

/** Waits for its turn, then holds the lock file until the returned function is called or the process ends. */
export async function holdInstallLock(file) {
  let said = false
  while (!take(file)) {
    if (!said) console.error('Waiting for another command that is installing the packages …')
    said = true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const release = () => {
    if (holder(file) === process.pid) fs.unlinkSync(file)
  }
  process.on('exit', release)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, endWith)
  return () => {
    process.removeListener('exit', release)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, endWith)
    release()
  }
}

function endWith(_signal, number) {
  process.exit(128 + number)
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isLeftBehind(file)) return false
  clear(file)
  return take(file)
}

function isLeftBehind(file) {
  const pid = holder(file)
  if (pid) return !isAlive(pid)
  // Empty: its owner is about to write its number into it, unless it was killed before it could.
  const found = fs.statSync(file, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > 5000
}

function holder(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function clear(file) {
  // Renamed first, so that of two who find it only one removes it.
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
    fs.unlinkSync(aside)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
