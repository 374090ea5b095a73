import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { blank, somePicture } from '../../../../test/pictures.ts'
import { childrenOf } from '../../../../test/processes.ts'
import { readSquares } from './picture-reader.ts'

afterEach(() => {
  vi.useRealTimers()
})

const onLinux = test.runIf(process.platform === 'linux')

/** Those that read pictures: others may have been started by who runs the tests. */
const readers = () =>
  childrenOf(process.pid).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('picture-reader'),
  )

onLinux('a picture on which the process dies is not taken; the next one is', async () => {
  await readSquares(await somePicture())
  const before = readers()
  expect(before).toHaveLength(1)
  const hard = readSquares(await blank(5_000, 5_000).avif({ effort: 0 }).toBuffer())
  await wait(100)
  for (const pid of before) process.kill(pid, 'SIGSEGV')
  await expect(hard).rejects.toMatchObject({
    fields: { picture: [expect.stringMatching(/takes too much to open/)] },
  })
  expect(await readSquares(await somePicture())).toHaveLength(3)
  expect(readers()).not.toEqual(before)
})

onLinux('a picture that takes longer than eight seconds is not taken', async () => {
  await readSquares(await somePicture())
  const [pid = 0] = readers()
  process.kill(pid, 'SIGSTOP')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const slow = readSquares(await somePicture())
  const refused = expect(slow).rejects.toMatchObject({
    fields: { picture: [expect.stringMatching(/takes too much/)] },
  })
  await vi.advanceTimersByTimeAsync(8_000)
  await refused
})

onLinux('the process knows nothing of ours, and is gone ten seconds after the last picture', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await readSquares(await somePicture())
  const [pid = 0] = readers()
  const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .map((entry) => entry.split('=')[0])
  expect(names.filter((name) => name && !name.startsWith('NODE_CHANNEL_'))).toEqual(['MALLOC_ARENA_MAX'])
  await vi.advanceTimersByTimeAsync(9_000)
  expect(readers()).toEqual([pid])
  await vi.advanceTimersByTimeAsync(1_000)
  await vi.waitFor(() => expect(readers()).toEqual([]))
})
