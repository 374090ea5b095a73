import { getLocale, isLocale, setLocale } from '../messages/runtime.js'

/** Which of our two languages the pages speak; a chosen one is remembered on this device. */
export type Language = 'en' | 'fr'

export const language = (): Language => getLocale()

/** Speaks another language from now on. The page is made anew: every word on it changes. */
export function speak(wanted: string): void {
  if (isLocale(wanted) && wanted !== getLocale()) void setLocale(wanted)
}

/** Canada's way of writing numbers, dates and money in the language of the pages. */
export const region = (): string => `${language()}-CA`

document.documentElement.lang = language()
