import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { clockTickMs, cpuMs, parentOf } from './process.ts'

/** Starts watching; the answer is the share of all cores that processes other than this run's have taken since. */
export function watchNeighbours(): () => number {
  const began = performance.now()
  const before = otherMs()
  return () => Math.max(0, otherMs() - before) / ((performance.now() - began) * availableParallelism())
}

const otherMs = () => busyMs() - ownMs()

/** Everything but idling and waiting for disks, of all cores together. */
function busyMs(): number {
  const [, user, nice, system, , , irq, softirq, steal] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .map(Number)
  return (
    [user, nice, system, irq, softirq, steal].reduce<number>((sum, ticks = 0) => sum + ticks, 0) * clockTickMs
  )
}

/** This process and all that it has started, the database among them. */
function ownMs(): number {
  const parents = new Map(
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
      .map((pid) => [pid, parentOf(pid)]),
  )
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === process.pid || isOurs(parents.get(pid)))
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + (cpuMs(pid) || 0), 0)
}
