import type { ClientBase } from 'pg'

/**
 * Takes the indexes off customers that no constraint stands on, runs `fill`, and puts them back as they were: sorting a
 * million entries once is faster than inserting them one by one. Wants a transaction, in which it shuts everybody
 * else out of the table.
 */
export async function withoutSecondaryIndexes<Result>(
  client: ClientBase,
  fill: () => Promise<Result>,
): Promise<Result> {
  const indexes = await listSecondaryIndexes(client)
  for (const { name } of indexes) await client.query(`drop index ${name}`)

  const result = await fill()

  await client.query("set local maintenance_work_mem = '512MB'")
  for (const { definition } of indexes) await client.query(definition)
  return result
}

interface Index {
  /** Quoted, and with its schema where the search path needs it. */
  readonly name: string
  readonly definition: string
}

async function listSecondaryIndexes(client: ClientBase): Promise<Index[]> {
  const { rows } = await client.query<Index>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index
    where indrelid = 'customers'::regclass
      and not exists (select from pg_constraint where conindid = indexrelid)
    order by indexrelid
  `)
  return rows
}
