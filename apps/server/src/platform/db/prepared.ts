import type { CompiledQuery, Kysely, QueryResult } from 'kysely'
import type { DB } from './db-types.ts'

/** SQL texts that the server keeps prepared, by the name they have there. */
const names = new Map<string, string>()

/** The name under which a text is kept prepared, if it is one that is worth it. */
export const statementName = (text: string): string | undefined => names.get(text)

/**
 * Makes a statement for the few places where its parsing and building would show: sent by name, planned once.
 * The query is built here once, with `$1`, `$2` … in the order in which `values` are given later.
 */
export function prepare<Row, Values extends readonly unknown[]>(
  name: string,
  query: CompiledQuery<Row>,
): (db: Kysely<DB>, ...values: Values) => Promise<QueryResult<Row>> {
  names.set(query.sql, name)
  return (db, ...parameters) => db.executeQuery({ ...query, parameters })
}
