import { readdirSync, readFileSync } from 'node:fs'

/** What Linux tells of a process, in its own units: https://man7.org/linux/man-pages/man5/proc.5.html */
export const clockTickMs = 10

/** The time all its threads have spent on a core. */
export function cpuMs(pid: number): number {
  const [user, system] = fieldsOf(pid).slice(13, 15)
  return (Number(user) + Number(system)) * clockTickMs
}

/** Memory that is resident now, and the most that ever was, in MB. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

/** The process of a group whose command line has these words. */
export function findInGroup(group: number, words: string): number | undefined {
  return readdirSync('/proc')
    .map(Number)
    .find((pid) => pid > 0 && groupOf(pid) === group && commandOf(pid).includes(words))
}

export const parentOf = (pid: number) => Number(fieldsOf(pid)[3])
const groupOf = (pid: number) => Number(fieldsOf(pid)[4])
/** The name in brackets may have spaces in it. */
const fieldsOf = (pid: number) =>
  read(pid, 'stat')
    .replace(/\(.*\)/, '()')
    .split(' ')
const commandOf = (pid: number) => read(pid, 'cmdline').replaceAll('\0', ' ')

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    // It ended while we looked.
    return ''
  }
}
