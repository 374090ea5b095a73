import type { Store } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { getStore } from './store.queries.ts'

/** How long what was read is believed: pages of all processes say the same again a second after a change. */
const believedForMs = 1_000

/**
 * Reads the store's settings for pages, from memory for a second. While the database is away the last known ones stand,
 * or undefined where there never were any: a page then says what it says by itself.
 */
export function rememberStore(db: Db, onError: (error: unknown) => void): () => Promise<Store | undefined> {
  let known: Store | undefined
  let asked: Promise<Store | undefined> | undefined
  let askedAt = 0

  const ask = async () => {
    try {
      known = await getStore(db)
    } catch (error) {
      onError(error)
    }
    return known
  }

  return () => {
    if (!asked || performance.now() - askedAt > believedForMs) {
      askedAt = performance.now()
      asked = ask()
    }
    return asked
  }
}
