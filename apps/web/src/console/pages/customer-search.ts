export const customerTabs = ['profile', 'notes', 'history', 'sessions'] as const
export type CustomerTab = (typeof customerTabs)[number]

/** `list` is the one that the customer was opened from. */
export type CustomerSearch = { tab?: CustomerTab; edit?: 'yes' | undefined; list?: string }

const longestList = 1_000

/** What the address of a customer may say beyond who it is; anything else is left out. */
export function customerSearch({ tab, edit, list }: Record<string, unknown>): CustomerSearch {
  const known = customerTabs.find((one) => one === tab)
  return {
    ...(known && { tab: known }),
    ...(edit === 'yes' && { edit }),
    ...(list !== undefined && { list: String(list).slice(0, longestList) }),
  }
}
