import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import { copyLine, seededColumns } from './copy-text.ts'
import { customerRow } from './customer-row.ts'
import { withoutSecondaryIndexes } from './secondary-indexes.ts'

export interface SeedCustomers {
  readonly count: number
  readonly seed?: number
  /** The present of the seeded store: nothing happens after it. */
  readonly referenceTime?: Date
  /** Called some hundred rows apart, with how many have been sent so far. */
  readonly onProgress?: (rows: number) => void
}

/** These made-up customers, or one of their addresses, are there already; nothing was written. */
export class AlreadySeeded extends Error {
  override readonly name = 'AlreadySeeded'
}

type Plan = SeedCustomers & Required<Pick<SeedCustomers, 'seed' | 'referenceTime'>>

export const defaultReferenceTime = new Date('2026-11-01T00:00:00Z')
// Beyond it phone numbers are no longer exact arithmetic, and nobody has asked for more.
const mostRows = 10_000_000
const manyRows = 50_000
const chunkCharacters = 64 * 1024

/**
 * Fills the store with made-up customers, the same ones every time. Wants a transaction: when it throws, because one
 * of them is there already or for any other reason, the caller rolls back and nothing has been written. With many rows
 * for a nearly empty table it locks the table until the transaction ends.
 */
export async function seedCustomers(client: ClientBase, request: SeedCustomers): Promise<void> {
  const plan = planOf(request)
  await refuseWhenSeeded(client, plan)
  await refuseDuplicates(async () => {
    if (await fillsTheTable(client, plan.count)) {
      await withoutSecondaryIndexes(client, async () => {
        await copyCustomers(client, plan)
        await sortByJoining(client)
      })
    } else {
      await copyCustomers(client, plan)
    }
  })
  await client.query('analyze customers')
}

function planOf(request: SeedCustomers): Plan {
  const { count, seed = 1, referenceTime = defaultReferenceTime } = request
  if (!Number.isInteger(count) || count < 1 || count > mostRows)
    throw new RangeError(`Seed between 1 and ${mostRows} customers, not ${count}.`)
  return { ...request, seed, referenceTime }
}

/** Every seeding begins with row 0, so its address tells at once, before minutes of work. */
export async function refuseWhenSeeded(
  client: Pick<ClientBase, 'query'>,
  request: SeedCustomers,
): Promise<void> {
  const { seed, referenceTime } = planOf(request)
  const { email } = customerRow(0, seed, referenceTime)
  const { rowCount } = await client.query('select from customers where email_key = email_key($1) limit 1', [
    email,
  ])
  if (rowCount) throw new AlreadySeeded(`${email} is a customer already`)
}

/** For the addresses after the first: the table's own unique index sees them, while copying or when it is rebuilt. */
async function refuseDuplicates(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const isDuplicate = error instanceof Error && 'code' in error && error.code === '23505'
    if (!isDuplicate) throw error
    const { detail = '' } = error as { detail?: string }
    const taken = /\(email_key\)=\((.*)\)/.exec(detail)?.[1] ?? 'one of them'
    throw new AlreadySeeded(`${taken} is a customer already`, { cause: error })
  }
}

/** A handful of people, such as the owner, may be there: rebuilding indexes is still the cheaper way. */
async function fillsTheTable(client: ClientBase, count: number): Promise<boolean> {
  if (count < manyRows) return false
  const few = Math.floor(count / 10)
  const { rowCount } = await client.query('select from customers limit $1', [few])
  return (rowCount ?? 0) < few
}

async function copyCustomers(client: ClientBase, plan: Plan): Promise<void> {
  const copy = client.query(from(`copy customers (${seededColumns.join(', ')}) from stdin`))
  await pipeline(Readable.from(copyChunks(plan)), copy)
}

/** As in a store that has grown: who joined together lies together, and ids begin with that time. Long lists read faster. */
async function sortByJoining(client: ClientBase): Promise<void> {
  await client.query("set local maintenance_work_mem = '512MB'")
  await client.query('cluster customers using customers_pkey')
  await client.query('alter table customers set without cluster')
}

/** Few big writes instead of many small ones. The next chunk is made when the database has taken the last. */
function* copyChunks({ count, seed, referenceTime, onProgress }: Plan): Generator<string> {
  let chunk = ''
  for (let row = 0; row < count; row++) {
    chunk += copyLine(customerRow(row, seed, referenceTime))
    if (chunk.length < chunkCharacters) continue
    yield chunk
    chunk = ''
    onProgress?.(row + 1)
  }
  yield chunk
  onProgress?.(count)
}
