import { describe, expect, test } from 'vitest'
import { createTestApp, newEmail } from '../../../test/test-app.ts'
import { changeByStaff, logIn, times } from './auth.fixture.ts'

describe('protects', () => {
  test('the clock tells nothing at sign-in', { timeout: 120_000 }, async () => {
    const slow = await createTestApp()
    const known = await slow.register()
    const inactive = await slow.register()
    await changeByStaff(slow, inactive.id, { is_active: false })
    const classes = [() => known.email, () => inactive.email, newEmail]
    // Others on the machine only ever make it take longer: the shortest time is ours.
    const shortest = classes.map(() => Number.POSITIVE_INFINITY)
    for (const round of times(25, Number))
      for (const [index, email] of classes.entries()) {
        const typed = email()
        const start = performance.now()
        await logIn(slow, typed, 'Wrong-Pass-1!', `198.51.100.${round}`)
        const ms = performance.now() - start
        shortest[index] = Math.min(shortest[index] ?? ms, ms)
      }
    await slow.close()
    expect(Math.max(...shortest) - Math.min(...shortest)).toBeLessThan(15)
  })
})
