import { weighted } from '../weighted.ts'

// What people told the store, by what is usual where they are from; most say nothing.
export const mixedDiets = weighted({
  '': 78,
  'No pork': 5,
  Halal: 3,
  Vegetarian: 4,
  'Low sodium': 4,
  Diabetic: 2,
  'Gluten free': 2,
  'Lactose free': 2,
})

export const muslimDiets = weighted({ '': 38, Halal: 55, 'Halal, low sodium': 4, 'Halal, no shellfish': 3 })

export const orthodoxDiets = weighted({
  '': 52,
  'Orthodox fasting': 30,
  'Orthodox fasting (no meat or dairy on Wednesday and Friday)': 8,
  Vegan: 4,
  'No pork': 6,
})

export const jamaicanDiets = weighted({
  '': 70,
  Ital: 7,
  'No pork': 8,
  Pescatarian: 4,
  'Low sodium': 5,
  Vegetarian: 3,
  Diabetic: 3,
})

export const indoCaribbeanDiets = weighted({
  '': 50,
  'No beef': 16,
  Vegetarian: 12,
  Halal: 12,
  'No beef, no pork': 6,
  'Low sodium': 4,
})
