import type { Store } from '@crm/contract'

const nothingSaid: Store = {
  name: 'Afro-Caribbean Store',
  language: 'en',
  currency: 'CAD',
  time_zone: 'America/Toronto',
  is_set_up: true,
}

function read(): Store {
  const text = document.getElementById('store')?.textContent
  return text ? { ...nothingSaid, ...(JSON.parse(text) as Partial<Store>) } : nothingSaid
}

/** What the server says of the store in the page itself, so that no page has to wait for its name. */
export const store: Store = read()
export const storeName = (): string => store.name
