import { type ListSearch, readListSearch } from './list-search.ts'

/** The page of a customer. */
export const customerPath = (id: string): string => `/customers/${id}`

const everybody = 'all'

/** A list as one word of an address, for the page of a customer who was opened from it. */
export function listWord(search: ListSearch): string {
  const given = Object.entries(search).map(([name, value]) => [name, String(value)])
  return new URLSearchParams(given).toString() || everybody
}

/** The list that such a word stands for. */
export const listOfWord = (word: string): ListSearch =>
  readListSearch(word === everybody ? {} : Object.fromEntries(new URLSearchParams(word)))
