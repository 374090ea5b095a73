export const customerTabs = ['profile', 'notes', 'history', 'sessions'] as const
export type CustomerTab = (typeof customerTabs)[number]

export type CustomerSearch = { tab?: CustomerTab; edit?: 'yes' | undefined }

/** What the address of a customer may say beyond who it is; anything else is left out. */
export function customerSearch({ tab, edit }: Record<string, unknown>): CustomerSearch {
  const known = customerTabs.find((one) => one === tab)
  return { ...(known && { tab: known }), ...(edit === 'yes' && { edit }) }
}
