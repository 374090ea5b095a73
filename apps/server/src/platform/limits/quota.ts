import { type RawBuilder, sql } from 'kysely'
import { type Db, queryBuilder } from '../db/db.ts'
import { deleteInBatches } from '../db/delete-in-batches.ts'
import { prepare } from '../db/prepared.ts'
import { unhurried } from '../db/unhurried.ts'
import { invariant } from '../errors.ts'

/** At most `limit` in any `windowMs`. */
export type Quota = { limit: number; windowMs: number }

export type Grant = { grant_id: number | null; granted: number; retryAfterMs: number }

type Taken = { grant_id: number | null; granted: number; retry_after_ms: number | null }

type TakeValues = [limit: number, windowSeconds: number, wanted: number, heldForSeconds: number]

const taking = (
  key: RawBuilder<string>,
  [limit, windowSeconds, wanted, heldForSeconds]: TakeValues,
) => sql<Taken>`
  select grant_id, granted, (extract(epoch from retry_after) * 1000)::float8 as retry_after_ms, ${unhurried}
  from take_quota(${key}, ${limit}, make_interval(secs => ${windowSeconds}), ${wanted}, make_interval(secs => ${heldForSeconds}))`

const take = prepare<Taken, [key: string, ...TakeValues]>(
  'take_quota',
  taking(sql`${''}`, [0, 0, 0, 0]).compile(queryBuilder),
)

/**
 * Takes up to `wanted` of what is left for `key`, counted in the database for all processes together. A key that the
 * database knows better how to spell may be SQL. What may lie unused for `heldForMs` counts that much longer, so no
 * window ever sees more than the limit.
 */
export async function takeQuota(
  db: Db,
  key: string | RawBuilder<string>,
  { limit, windowMs }: Quota,
  { wanted = 1, heldForMs = 0 }: { wanted?: number; heldForMs?: number } = {},
): Promise<Grant> {
  invariant(!db.isTransaction, 'a quota is taken by itself: what is counted stays counted')
  const values: TakeValues = [limit, windowMs / 1_000, wanted, heldForMs / 1_000]
  const { rows } = await (typeof key === 'string'
    ? take(db, key, ...values)
    : taking(key, values).execute(db))
  const [grant] = rows
  if (!grant) throw new Error('take_quota gave no row')
  return {
    grant_id: grant.grant_id,
    granted: grant.granted,
    retryAfterMs: Math.max(0, grant.retry_after_ms ?? 0),
  }
}

/** How many uses of a grant were made, of those it allows. */
export type UsedGrant = { grant_id: number; used: number }

/** Gives back what was granted and not used. Said twice it counts once, so that it may be said again when it failed. */
export async function returnQuota(db: Db, grants: UsedGrant[]): Promise<void> {
  if (grants.length === 0) return
  await sql`
    update quota_grants as grants set amount = done.used
    from unnest(${grants.map((grant) => grant.grant_id)}::bigint[], ${grants.map((grant) => grant.used)}::int[])
      as done (grant_id, used)
    where grants.id = done.grant_id and grants.amount > done.used`.execute(db)
}

/** Forgets grants that no longer count. */
export const forgetOldQuota = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'quota_grants',
    key: 'id',
    where: sql`counts_until < now()`,
    oldestBy: 'counts_until',
  })
