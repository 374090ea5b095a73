/** Words to choose from, apart from the schemas: a page that needs only these loads no schema. */

/** English and French first; the others are the languages of the store's customers. */
export const languages = ['en', 'fr', 'ht', 'es', 'pt', 'sw', 'yo', 'am'] as const

/** The languages in which the store's pages and mails are complete. */
export const storeLanguages = ['en', 'fr'] as const

/** The columns a list can be sorted by; a minus in front turns the order round. */
export const customerOrderings = [
  'date_joined',
  'email',
  'first_name',
  'last_name',
  'city',
  'total_purchases',
  'loyalty_points',
  'last_login',
] as const
export type CustomerOrdering = (typeof customerOrderings)[number]
