import type pg from 'pg'

/** The migrated schema as readable SQL, from the catalog: the same on every supported PostgreSQL, in a fixed order. */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const parts: string[] = []
  for (const query of [extensions, functions, tables, indexes, triggers]) {
    const { rows } = await client.query<{ sql: string }>(query)
    parts.push(...rows.map(({ sql }) => sql.trim()))
  }
  return `-- The schema after all migrations. Written by: npm run snapshot\n\n${parts.join('\n\n')}\n`
}

const extensions = `
  select format('create extension %I;', extname) as sql from pg_extension where extname <> 'plpgsql' order by extname`

const functions = `
  select pg_get_functiondef(pg_proc.oid) || ';' as sql from pg_proc
  where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
  order by proname`

/** "not null" is said by the column: PostgreSQL 18 knows it as a constraint too, older ones do not. */
const tables = `
  select format(E'create table %I (\\n%s\\n);', relname, string_agg(line, E',\\n' order by kind, position, line)) as sql
  from pg_class
  cross join lateral (
    select 1 as kind, attnum as position,
      format('  %I %s', attname, format_type(atttypid, atttypmod))
        || coalesce(' collate ' || quote_ident(nullif(collname, 'default')), '')
        || case when attnotnull then ' not null' else '' end
        || case
             when attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(adbin, adrelid))
             when attidentity = 'a' then ' generated always as identity'
             when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid)
             else ''
           end as line
    from pg_attribute
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    left join pg_collation on pg_collation.oid = attcollation
    where attrelid = pg_class.oid and attnum > 0 and not attisdropped
    union all
    select 2, 0, format('  constraint %I %s', conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = pg_class.oid and contype in ('p', 'u', 'f', 'c', 'x')
  ) as lines
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations'
  group by relname order by relname`

const indexes = `
  select pg_get_indexdef(indexrelid) || ';' as sql from pg_index
  join pg_class on pg_class.oid = indexrelid
  where relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = indexrelid)
    and indrelid <> coalesce(to_regclass('public.schema_migrations'), 0)
  order by relname`

const triggers = `
  select pg_get_triggerdef(pg_trigger.oid) || ';' as sql from pg_trigger
  join pg_class on pg_class.oid = tgrelid
  where relnamespace = 'public'::regnamespace and not tgisinternal
  order by relname, tgname`
