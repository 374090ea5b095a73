import { Refusal } from '@crm/client'
import { expect, test, vi } from 'vitest'
import { overwriteGetLocale } from '../messages/runtime.js'
import { refusalText } from './refusal-text.ts'

vi.mock('./language.ts', () => ({ isFrench: false }))
overwriteGetLocale(() => 'en')

test.each([
  [5, 'Wait 5 seconds'],
  [119, 'Wait 119 seconds'],
  [120, 'Wait 2 minutes'],
  [3_567, 'Wait 60 minutes'],
])(
  'who tried too often and may again in %i seconds is told so in words that can be counted',
  (seconds, told) => {
    const refusal = new Refusal({ status: 429, code: 'throttled', retryAfterSeconds: seconds })
    expect(refusalText(refusal)).toContain(told)
  },
)
