import { language } from '../../../lib/language.ts'
import type { Known } from './wish-list.ts'

/** Words of both languages at once: what was pressed on an English page is found again on a French one. */
const diets = [
  ['Halal'],
  ['Vegetarian', 'Végétarien'],
  ['Vegan', 'Végane'],
  ['Fish but no meat', 'Poisson mais pas de viande'],
  ['No pork', 'Sans porc'],
  ['No nuts', 'Sans noix'],
  ['No gluten', 'Sans gluten'],
  ['No dairy', 'Sans produits laitiers'],
  ['Little salt', 'Peu de sel'],
  ['Little sugar', 'Peu de sucre'],
]

const favorites = [
  ['Plantain'],
  ['Yam', 'Igname'],
  ['Cassava', 'Manioc'],
  ['Egusi'],
  ['Palm oil', 'Huile de palme'],
  ['Jollof spice', 'Épices à jollof'],
  ['Injera'],
  ['Scotch bonnet', 'Piment antillais'],
  ['Saltfish', 'Morue salée'],
  ['Jerk seasoning', 'Épices jerk'],
  ['Ackee', 'Akée'],
  ['Sorrel', 'Bissap'],
]

/** The spelling of the page's language first: that one is shown and written. */
const forThePage = (words: string[][]): Known =>
  language() === 'fr' ? words.map((spellings) => spellings.toReversed()) : words

export const knownDiets = (): Known => forThePage(diets)
export const knownFavorites = (): Known => forThePage(favorites)
