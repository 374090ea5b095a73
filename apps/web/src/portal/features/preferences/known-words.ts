import { language } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'
import type { Known } from './wish-list.ts'

type Word = (values: Record<string, never>, options: { locale: 'en' | 'fr' }) => string

/** The word in the language of the page first, then as it may have been written on a page in the other one. */
const spellings = (words: readonly Word[]): Known =>
  words.map((word) => [
    word({}, { locale: language() }),
    word({}, { locale: language() === 'en' ? 'fr' : 'en' }),
  ])

export const diets = (): Known =>
  spellings([
    m.preferences_diet_halal,
    m.preferences_diet_vegetarian,
    m.preferences_diet_vegan,
    m.preferences_diet_pescatarian,
    m.preferences_diet_no_pork,
    m.preferences_diet_no_nuts,
    m.preferences_diet_no_gluten,
    m.preferences_diet_no_dairy,
    m.preferences_diet_little_salt,
    m.preferences_diet_little_sugar,
  ])

export const favorites = (): Known =>
  spellings([
    m.preferences_favorite_plantain,
    m.preferences_favorite_yam,
    m.preferences_favorite_cassava,
    m.preferences_favorite_egusi,
    m.preferences_favorite_palm_oil,
    m.preferences_favorite_jollof,
    m.preferences_favorite_injera,
    m.preferences_favorite_pepper,
    m.preferences_favorite_saltfish,
    m.preferences_favorite_jerk,
    m.preferences_favorite_ackee,
    m.preferences_favorite_sorrel,
  ])
