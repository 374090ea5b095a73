/** Which of our two languages the pages speak; a chosen one is remembered on this device. */
export type Language = 'en' | 'fr'

const key = 'language'

const isOurs = (code: string | null | undefined): code is Language => code === 'en' || code === 'fr'

function find(): Language {
  const chosen = localStorage.getItem(key)
  if (isOurs(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isOurs) ?? 'en'
}

const spoken = find()
document.documentElement.lang = spoken

export const language = (): Language => spoken
/** The same for the texts, each of which asks it: they are many, and this is short. */
export const isFrench: boolean = spoken === 'fr'

/** Speaks another language from now on. The page is made anew: every word on it changes. */
export function speak(wanted: string): void {
  if (!isOurs(wanted) || wanted === spoken) return
  localStorage.setItem(key, wanted)
  location.reload()
}

/** Canada's way of writing numbers, dates and money in the language of the pages. */
export const region = (): string => `${spoken}-CA`
