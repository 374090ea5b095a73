import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, signUp } from '../../../../test/cast.ts'
import { blank, frames, putPicture } from '../../../../test/pictures.ts'
import { childrenOf } from '../../../../test/processes.ts'
import { createTestApp, type TestApp } from '../../../../test/test-app.ts'

let crm: TestApp
let me: Person
let flooding: Person
beforeAll(async () => {
  crm = await createTestApp()
  me = await signUp(crm)
})
beforeEach(async () => {
  flooding = await signUp(crm)
})
afterAll(() => crm.close())

async function profileMs(): Promise<number> {
  const began = performance.now()
  await crm.call('GET', '/api/customers/profile/', { token: me.access })
  return performance.now() - began
}

const ninetyFifth = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

/** What this process and those that it started hold, in MB. */
const heldMb = () =>
  [process.pid, ...childrenOf(process.pid)]
    .map((pid) => Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes / 1_024, 0)

test.runIf(process.platform === 'linux').each([
  ['pictures of 256 million pixels', () => blank(16_000, 16_000).png(), 'image/png'],
  ['pictures one pixel wide, sixty thousand high', () => blank(1, 60_000).png(), 'image/png'],
  ['AVIF of 26 million pixels', () => blank(5_200, 5_000).avif({ effort: 0 }), 'image/avif'],
  ['WebP of five thousand frames', () => frames(5_000), 'image/webp'],
] as const)(
  'a flood of %s is refused in a second, in little memory',
  { timeout: 60_000 },
  async (_, make, type) => {
    const bytes = await make().toBuffer()
    const before = heldMb()
    const took = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const began = performance.now()
        const { status, json } = await putPicture(crm, flooding.access, bytes, type)
        expect([status, Object.keys(json)]).toEqual([400, ['picture']])
        return performance.now() - began
      }),
    )
    expect(Math.max(...took)).toBeLessThan(1_000)
    expect(heldMb() - before).toBeLessThan(150)
  },
)

test('AVIF of 25 million pixels is taken, and the server holds no more for it', {
  timeout: 60_000,
}, async () => {
  const bytes = await blank(5_000, 5_000).avif({ effort: 0 }).toBuffer()
  const before = process.memoryUsage.rss()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => putPicture(crm, flooding.access, bytes, 'image/avif')),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((process.memoryUsage.rss() - before) / 1_048_576).toBeLessThan(50)
})

test('while large pictures are made small, nobody else has to wait', { timeout: 60_000 }, async () => {
  const bytes = await blank(5_000, 5_000).jpeg().toBuffer()
  // What it takes while nothing else happens: on a machine that others use too, that is the measure.
  const idle: number[] = []
  for (let times = 0; times < 200; times++) idle.push(await profileMs())
  let isOver = false
  const over = Promise.all(
    Array.from({ length: 4 }, () => putPicture(crm, flooding.access, bytes, 'image/jpeg')),
  ).finally(() => {
    isOver = true
  })
  const times: number[] = []
  while (!isOver) times.push(await profileMs())
  expect((await over).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(times.length).toBeGreaterThan(20)
  expect(ninetyFifth(times)).toBeLessThan(Math.max(10, 2 * ninetyFifth(idle)))
})
