import { language } from '../../../lib/language.ts'
import type { Choice } from '../../ui/select.tsx'

/** Provinces and territories: the code of Canada Post, the name that is kept, and its French name where it differs. */
const provinces: readonly (readonly [code: string, name: string, french?: string])[] = [
  ['AB', 'Alberta'],
  ['BC', 'British Columbia', 'Colombie-Britannique'],
  ['MB', 'Manitoba'],
  ['NB', 'New Brunswick', 'Nouveau-Brunswick'],
  ['NL', 'Newfoundland and Labrador', 'Terre-Neuve-et-Labrador'],
  ['NS', 'Nova Scotia', 'Nouvelle-Écosse'],
  ['NT', 'Northwest Territories', 'Territoires du Nord-Ouest'],
  ['NU', 'Nunavut'],
  ['ON', 'Ontario'],
  ['PE', 'Prince Edward Island', 'Île-du-Prince-Édouard'],
  ['QC', 'Quebec', 'Québec'],
  ['SK', 'Saskatchewan'],
  ['YT', 'Yukon'],
]

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** The name that is kept for a province, whatever way it was written before; other words stay. */
export function provinceName(written: string): string {
  const wanted = plain(written)
  if (wanted === '') return written
  return provinces.find((spellings) => spellings.some((one) => plain(one ?? '') === wanted))?.[1] ?? written
}

/** What to choose from, named in the language of the page, with what is kept now among it. */
export function provinceChoices(kept: string, nothing: string): Choice[] {
  const known = provinces.map(([, name, french]) => ({
    value: name,
    label: language() === 'fr' ? (french ?? name) : name,
  }))
  const other = kept === '' || known.some(({ value }) => value === kept) ? [] : [{ value: kept, label: kept }]
  return [{ value: '', label: nothing }, ...other, ...known.sort((a, b) => a.label.localeCompare(b.label))]
}

/** Only an address in Canada has a province of the list. */
export const isCanada = (country: string): boolean => ['', 'canada', 'ca'].includes(plain(country))
