import pg from 'pg'

const { builtins } = pg.types

/** `2026-11-01 09:30:00.5+00` as the API says it: ISO 8601 in UTC. Every session's time zone is UTC. */
const toIso = (text: string) => (text.endsWith('infinity') ? text : `${text.slice(0, -3).replace(' ', 'T')}Z`)

const parsers: Record<number, ((text: string) => unknown) | undefined> = {
  [builtins.TIMESTAMPTZ]: toIso,
  [builtins.DATE]: (text: string) => text,
  // Counts and cents: all of ours are far below 2^53.
  [builtins.INT8]: Number,
}

/** How values leave the database: times and dates as the text that is sent on, numbers as numbers. */
export const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig
