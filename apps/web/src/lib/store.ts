/** What the server says of the store in the page itself, so that no page has to wait for its name. */
export type Store = { name: string; currency: string; time_zone: string; is_set_up: boolean }

const nothingSaid: Store = {
  name: 'Afro-Caribbean Store',
  currency: 'CAD',
  time_zone: 'America/Toronto',
  is_set_up: true,
}

function read(): Store {
  const text = document.getElementById('store')?.textContent
  return text ? { ...nothingSaid, ...(JSON.parse(text) as Partial<Store>) } : nothingSaid
}

export const store: Store = read()
export const storeName = (): string => store.name
