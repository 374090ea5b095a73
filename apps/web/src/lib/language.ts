import type { Store } from '@crm/contract'

/** The languages in which the pages are complete; a chosen one is remembered on this device. */
export const languages = ['en', 'fr'] as const satisfies readonly Store['language'][]
export type Language = (typeof languages)[number]

const key = 'language'
const switched = 'language-switched'
const declined = 'mails-declined'

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
  sessionStorage.setItem(switched, wanted)
  location.reload()
}

/** Whether this language was chosen in this window, and nobody has declined mails in it on this device. */
export const mayAskOfMails = (): boolean =>
  sessionStorage.getItem(switched) === spoken && localStorage.getItem(declined) !== spoken

/** The language of the mails was spoken of; it is not asked for again because of the same choice. */
export const forgetSwitch = (): void => sessionStorage.removeItem(switched)

/** Mails stay in the language that they have, whatever these pages speak. */
export const keepMails = (): void => localStorage.setItem(declined, spoken)

/** Canada's way of writing numbers, dates and money in the language of the pages. */
export const region = (): string => `${spoken}-CA`
