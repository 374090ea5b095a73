import { generateSync } from 'otplib'

/** What an app that was told this secret shows now, or so many half minutes later. */
export const codeOf = (secret: string, stepsFromNow = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 * stepsFromNow })
