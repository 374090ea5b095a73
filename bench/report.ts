import type { Results } from './results.ts'
import type { PasswordRow } from './rows/passwords.ts'
import { checkTargets } from './targets.ts'

const whole = (value: number) => Math.round(value).toLocaleString('en')
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const ratio = (value: number) => value.toFixed(2)

/** The run as Markdown: the same text for the terminal and for the README. */
export function report(results: Results): string {
  return [
    `${results.machine} · ${whole(results.customers)} customers\n${disturbance(results)}`,
    smallRequests(results),
    passwordRows(results),
    listRows(results),
    choiceRows(results),
    theRest(results),
    targets(results),
  ].join('\n\n')
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`

const disturbance = ({ others, refused }: Results) =>
  `Other processes took ${percent(others.median)} of the machine in the median round that counts, ${percent(others.worst)} in the worst. Answered "busy" (503): ${whole(refused)}.`

const smallRequests = ({ small }: Results) =>
  table(
    [
      '20 connections',
      'ours/s',
      'raw/s',
      'ratio',
      'ours p50',
      'p99',
      'raw p50',
      'p99 ms',
      'ours CPU',
      'raw CPU ms',
    ],
    Object.entries(small).map(([name, { ours, raw, ratio: share }]) => [
      name,
      whole(ours.perSecond),
      whole(raw.perSecond),
      ratio(share),
      ms(ours.p50),
      ms(ours.p99),
      ms(raw.p50),
      ms(raw.p99),
      ours.cpuMsEach.toFixed(3),
      raw.cpuMsEach.toFixed(3),
    ]),
  )

const passwordRows = ({ logins, registrations }: Results) => {
  const row = (name: string, { ours, hashesPerSecond, ratio: share, healthP99 }: PasswordRow) => [
    name,
    ours.perSecond.toFixed(1),
    hashesPerSecond.toFixed(1),
    ratio(share),
    ms(ours.p50),
    ms(ours.p99),
    ms(healthP99),
  ]
  return table(
    ['passwords', 'ours/s', 'bare hashes/s', 'ratio', 'p50', 'p99 ms', 'health p99 ms meanwhile'],
    [row('login', logins), row('register', registrations)],
  )
}

const listRows = ({ lists }: Results) =>
  table(
    ['staff list', 'p50', 'p95', 'p99 ms', 'raw p50', 'raw p95', 'by four: p50', 'p95', 'p99 ms', 'raw p95'],
    lists.map(({ name, alone, byFour }) => [
      name,
      ...[alone.ours.p50, alone.ours.p95, alone.ours.p99, alone.raw.p50, alone.raw.p95].map(ms),
      ...(byFour ? [byFour.ours.p50, byFour.ours.p95, byFour.ours.p99, byFour.raw.p95].map(ms) : []),
    ]),
  )

const choiceRows = ({ choices }: Results) =>
  table(
    ["the console's list", 'requests', 'p50', 'p95 ms', 'slowest of them, in its median'],
    choices.map(({ name, requests, p50, p95, worst }) => [name, whole(requests), ms(p50), ms(p95), worst]),
  )

const theRest = ({ memory, start }: Results) =>
  table(
    ['process', 'ours', 'raw'],
    [
      ['peak memory, MB', whole(memory.ours.peak), whole(memory.raw.peak)],
      ['memory after the run, MB', whole(memory.ours.now), whole(memory.raw.now)],
      ['memory idle after npm start, MB', whole(start.idleMegabytes), ''],
      ['npm start to ready, ms', whole(start.readyMs), ''],
    ],
  )

const targets = (results: Results) =>
  table(
    ['target', 'measured', ''],
    checkTargets(results).map(({ claim, value, isMet }) => [claim, value, isMet ? 'met' : 'MISSED']),
  )

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    `| ${head
      .map((_, at) => cells[at] ?? '')
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
