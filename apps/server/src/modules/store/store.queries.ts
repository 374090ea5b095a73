import type { Store } from '@crm/contract'
import { sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/db-types.ts'

const columns = ['name', 'language', 'time_zone', 'currency', 'set_up_at'] as const

type Row = Omit<Store, 'is_set_up'> & { set_up_at: string | null }

const storeOf = ({ set_up_at, ...said }: Row): Store => ({ ...said, is_set_up: set_up_at !== null })

/** What the store says of itself. */
export async function getStore(db: Db): Promise<Store> {
  return storeOf((await db.selectFrom('store_settings').select(columns).executeTakeFirstOrThrow()) as Row)
}

/** Waits for a turn with the settings, and with who owns the store; holds it until the transaction ends. */
export async function lockStore(tx: Tx): Promise<Store> {
  const row = await tx.selectFrom('store_settings').select(columns).forUpdate().executeTakeFirstOrThrow()
  return storeOf(row as Row)
}

/** What tells this database from every other. */
export async function getStoreId(db: Db): Promise<string> {
  return (await db.selectFrom('store_settings').select('id').executeTakeFirstOrThrow()).id
}

type Changes = Pick<Updateable<DB['store_settings']>, 'name' | 'language' | 'time_zone' | 'currency'>

export async function updateStore(tx: Tx, changes: Changes): Promise<Store> {
  const row = await tx
    .updateTable('store_settings')
    .set({ ...changes, updated_at: sql<string>`now()` })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return storeOf(row as Row)
}

/** Says that somebody owns the store, from now on; who said so first stays right. */
export async function markSetUp(tx: Tx): Promise<void> {
  await tx
    .updateTable('store_settings')
    .set({ set_up_at: sql<string>`now()` })
    .where('set_up_at', 'is', null)
    .execute()
}
