/** The names that people know browsers and systems by; the first that fits, as many pretend to be others. */
const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (list: typeof browsers, text: string) => list.find(([sign]) => sign.test(text))?.[1]

export type DeviceWords = { browser?: string | undefined; system?: string | undefined }

/** Which browser on which system, out of what a browser says of itself. */
export const deviceWords = (userAgent: string): DeviceWords => ({
  browser: nameIn(browsers, userAgent),
  system: nameIn(systems, userAgent),
})

/** The same in one line, "Chrome · Android"; what says nothing known is quoted. Empty where nothing was said. */
export function deviceName(userAgent: string): string {
  const { browser, system } = deviceWords(userAgent)
  return [browser, system].filter(Boolean).join(' · ') || userAgent.slice(0, 60)
}
