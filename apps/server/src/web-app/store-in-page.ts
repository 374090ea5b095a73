import type { Store } from '@crm/contract'

/**
 * Writes what the store says of itself into a page, so that no screen waits for its name. The block holds data, which
 * no browser runs; without a `<` no name can end it.
 */
export function withStore(page: string, store: Store | undefined, nonce: string): string {
  if (!store) return page
  const data = JSON.stringify(store).replaceAll('<', '\\u003c')
  // By function: in a replacement text `$&` would mean something.
  const block = `<script nonce="${nonce}" type="application/json" id="store">${data}</script>`
  return page.replace('</head>', () => `${block}</head>`)
}
