import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** Runs a command and returns what it said; throws where it failed. */
export function sh(command: string): string {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}

const works = (command: string) => spawnSync('/bin/sh', ['-c', command]).status === 0

const probe = `crm-probe-${process.pid}`

/** Whether this machine lets us make networks of our own. */
export const canMakeNamespaces =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  works(
    `ip netns add ${probe} && ip netns exec ${probe} ip link set lo up; e=$?; ip netns del ${probe}; exit $e`,
  )

export const canDropPackets = canMakeNamespaces && works('iptables --version')

/** A network with nothing but itself, until the test is over. */
export function makeNamespace(name: string): { name: string; prefix: string[] } {
  const full = `crm-${name}-${process.pid}`
  sh(`ip netns add ${full} && ip netns exec ${full} ip link set lo up`)
  onTestFinished(() => void sh(`ip netns del ${full}`))
  return { name: full, prefix: ['ip', 'netns', 'exec', full] }
}
