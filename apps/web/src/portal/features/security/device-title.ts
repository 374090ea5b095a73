import { deviceWords } from '../../../lib/device-words.ts'
import { m } from '../../../messages/messages.js'

/** What a person calls the device that says this of itself: "Chrome on Android". */
export function deviceTitle(userAgent: string): string {
  const { browser, system } = deviceWords(userAgent)
  if (browser && system) return m.security_device({ browser, system })
  return browser ?? system ?? m.security_device_unknown()
}
