import {
  type CompiledQuery,
  type OperationNode,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryId,
  type RootOperationNode,
  SelectQueryNode,
  sql,
} from 'kysely'

const mark = '/* only reads */'

/**
 * Put first in raw SQL, it promises that the statement changes nothing, so that it is asked again when its connection is
 * lost. Without it raw SQL is taken for a write: a `select` may call a function that counts or adds.
 */
export const onlyReads = sql.raw(mark)

/** Whether a statement was declared to change nothing. */
export const isOnlyReading = (text: string) => text.startsWith(mark)

/** PostgreSQL, where each `selectFrom` says in its text that it only reads. A function that writes is called in raw SQL. */
export class ReadMarkingDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new ReadMarkingCompiler()
  }
}

class ReadMarkingCompiler extends PostgresQueryCompiler {
  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    const compiled = super.compileQuery(node, queryId)
    return isRead(node) ? { ...compiled, sql: `${mark} ${compiled.sql}` } : compiled
  }
}

/** A `with` may hold a write. */
const isRead = (node: OperationNode): boolean =>
  SelectQueryNode.is(node) && (node.with?.expressions ?? []).every(({ expression }) => isRead(expression))
