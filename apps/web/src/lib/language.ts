import type { Store } from '@crm/contract'

/** The languages in which the pages are complete; a chosen one is remembered on this device. */
export const languages = ['en', 'fr'] as const satisfies readonly Store['language'][]
export type Language = (typeof languages)[number]

const key = 'language'

/** Which of our languages this is, if it is one. */
export const ourLanguage = (code: string | null | undefined): Language | undefined =>
  languages.find((one) => one === code)

const find = (): Language =>
  ourLanguage(localStorage.getItem(key)) ??
  navigator.languages.map((tag) => ourLanguage(tag.slice(0, 2).toLowerCase())).find(Boolean) ??
  'en'

const spoken = find()
document.documentElement.lang = spoken

export const language = (): Language => spoken
/** The same for the texts, each of which asks it: they are many, and this is short. */
export const isFrench: boolean = spoken === 'fr'

/** Speaks another language from now on. The page is made anew: every word on it changes. */
export function speak(wanted: string): void {
  if (!ourLanguage(wanted) || wanted === spoken) return
  localStorage.setItem(key, wanted)
  location.reload()
}

/** Canada's way of writing numbers, dates and money in the language of the pages. */
export const region = (): string => `${spoken}-CA`
