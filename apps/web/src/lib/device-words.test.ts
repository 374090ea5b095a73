import { expect, test } from 'vitest'
import { deviceName, deviceWords } from './device-words.ts'

const said: Record<string, [browser: string, system: string]> = {
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36':
    ['Chrome', 'Android'],
  'Mozilla/5.0 (Linux; Android 13; SM-A536W) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36':
    ['Samsung Internet', 'Android'],
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1':
    ['Safari', 'iPhone'],
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1':
    ['Chrome', 'iPhone'],
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0':
    ['Edge', 'Windows'],
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:127.0) Gecko/20100101 Firefox/127.0': ['Firefox', 'Mac'],
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36':
    ['Chrome', 'ChromeOS'],
}

test.each(Object.entries(said))('%s', (userAgent, [browser, system]) => {
  expect(deviceWords(userAgent)).toEqual({ browser, system })
})

test('what says nothing known is not guessed at', () => {
  expect(deviceWords('curl/8.5.0')).toEqual({ browser: undefined, system: undefined })
  expect(deviceWords('')).toEqual({ browser: undefined, system: undefined })
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36', 'Chrome · Linux'],
  ['Mozilla/5.0 (Android 15; Mobile)', 'Android'],
  ['curl/8.5.0', 'curl/8.5.0'],
  ['', ''],
])('in one line, %s is %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
