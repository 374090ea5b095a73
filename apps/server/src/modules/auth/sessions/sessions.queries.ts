import type { OwnData, Role, Session } from '@crm/contract'
import { type RawBuilder, sql } from 'kysely'
import type { CustomerData } from '../../../platform/customer-data.ts'
import { type Db, queryBuilder, type Tx } from '../../../platform/db/db.ts'
import { deleteInBatches } from '../../../platform/db/delete-in-batches.ts'
import { prepare } from '../../../platform/db/prepared.ts'
import { refreshSeconds, type SessionStep } from './token-signer.ts'

const inADay = sql<string>`now() + make_interval(secs => ${sql.lit(refreshSeconds)})`
const rotatedAtSeconds = sql<number>`floor(extract(epoch from rotated_at))::int8`.as('rotated_at_seconds')

export type Device = { device: string; address: string }

export async function insertSession(
  tx: Tx,
  session: Device & { id: string; customer_id: string },
): Promise<SessionStep> {
  const { rotated_at_seconds } = await tx
    .insertInto('sessions')
    .values({ ...session, expires_at: inADay })
    .returning(rotatedAtSeconds)
    .executeTakeFirstOrThrow()
  return { session_id: session.id, generation: 0, rotated_at_seconds }
}

/** A part of a larger statement: a session for the customer in `ids`, with these values; tells its first step. */
export const sessionFor = (ids: string) => sql`
  insert into sessions (id, customer_id, device, address, expires_at)
  select ${''}::uuid, those.id, ${''}::text, ${''}::text, ${inADay} from ${sql.ref(ids)} as those
  returning id as session_id, generation, ${rotatedAtSeconds}`

/** A browser that brought itself up to date is the same device still. */
const kindOf = (device: RawBuilder<unknown>) => sql`regexp_replace(${device}, '[0-9._]+', '', 'g')`

/**
 * A part of a larger statement, with the device as its value: what the trail adds where the customer in `ids` was not
 * signed in on such a device as far back as sessions are kept.
 */
export const isNewDevice = (ids: string) => sql`
  case when exists (select from sessions as known where known.customer_id = ${sql.ref(ids)}.id
    and ${kindOf(sql.ref('known.device'))} = ${kindOf(sql`${''}::text`)})
  then '{}'::jsonb else '{"is_new_device": true}'::jsonb end`

export type LiveSession = SessionStep & { customer_id: string; seconds_since_rotation: number }

/** Waits for a turn with a session that is still good, of somebody who may sign in. */
export const lockLiveSession = (tx: Tx, id: string): Promise<LiveSession | undefined> =>
  tx
    .selectFrom('sessions')
    .innerJoin('customers', 'customers.id', 'sessions.customer_id')
    .select([
      'sessions.id as session_id',
      'sessions.customer_id',
      'sessions.generation',
      rotatedAtSeconds,
      sql<number>`extract(epoch from clock_timestamp() - rotated_at)::float8`.as('seconds_since_rotation'),
    ])
    .where('sessions.id', '=', id)
    .where('sessions.ended_at', 'is', null)
    .where('sessions.expires_at', '>', sql<string>`now()`)
    .where('customers.is_active', '=', true)
    .where('customers.trashed_at', 'is', null)
    .forUpdate('sessions')
    .executeTakeFirst()

/** The next step of a session: the refresh token of the one before no longer counts. */
export async function rotateSession(tx: Tx, id: string, { device, address }: Device): Promise<SessionStep> {
  const { generation, rotated_at_seconds } = await tx
    .updateTable('sessions')
    .set((row) => ({
      generation: row('generation', '+', 1),
      rotated_at: sql<string>`clock_timestamp()`,
      expires_at: inADay,
      device,
      address,
    }))
    .where('id', '=', id)
    .returning(['generation', rotatedAtSeconds])
    .executeTakeFirstOrThrow()
  return { session_id: id, generation, rotated_at_seconds }
}

export type EndReason = 'logout' | 'ended' | 'password_changed' | 'replayed' | 'deactivated' | 'trashed'

/** Ends live sessions of a customer, all or one; returns how many there were. */
export async function endSessions(
  tx: Tx,
  customer_id: string,
  end_reason: EndReason,
  session_id?: string,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ ended_at: sql<string>`now()`, end_reason })
    .where('customer_id', '=', customer_id)
    .where('ended_at', 'is', null)
    .$if(session_id !== undefined, (query) => query.where('id', '=', session_id ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The live sessions of a customer, the one used last first. */
export const listSessions = (db: Db, customer_id: string): Promise<Omit<Session, 'is_current'>[]> =>
  db
    .selectFrom('sessions')
    .select(['id', 'device', 'address', 'created_at', 'rotated_at as last_used_at', 'expires_at'])
    .where('customer_id', '=', customer_id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('rotated_at', 'desc')
    .limit(200)
    .execute()

/** Where the person is or was signed in, as long as it is kept. */
export const sessionsData: CustomerData<OwnData['sessions']> = {
  exportOf: (db, customer_id) =>
    db
      .selectFrom('sessions')
      .select(['id', 'device', 'address', 'created_at', 'rotated_at as last_used_at', 'expires_at'])
      .select(['ended_at', 'end_reason'])
      .where('customer_id', '=', customer_id)
      .orderBy('created_at', 'desc')
      .limit(1_000)
      .execute(),
}

export type SessionOwner = { customer_id: string; role: Role | null }

/** Who a live session belongs to, as every request asks. */
export const readSessionOwner = prepare<SessionOwner, [id: string]>(
  'session_owner',
  queryBuilder
    .selectFrom('sessions')
    .innerJoin('customers', 'customers.id', 'sessions.customer_id')
    .select(['sessions.customer_id', 'customers.role'])
    .where('sessions.id', '=', '')
    .where('sessions.ended_at', 'is', null)
    .where('sessions.expires_at', '>', sql<string>`now()`)
    .where('customers.is_active', '=', sql.lit(true))
    .where('customers.trashed_at', 'is', null)
    .$castTo<SessionOwner>()
    .compile(),
)

/** Forgets sessions a month after they ended or ran out. */
export const deleteOldSessions = (db: Db): Promise<number> =>
  deleteInBatches(db, {
    from: 'sessions',
    key: 'id',
    where: sql`expires_at < now() - interval '30 days'`,
    oldestBy: 'expires_at',
  })
