import { storeName } from '../../lib/store.ts'

/** What the window and its tab are called while a page is open. */
export function nameWindow(title: string): void {
  document.title = `${title} · ${storeName()}`
}
