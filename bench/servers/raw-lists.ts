import type pg from 'pg'

/** Our own list statements, with nothing around them: the same rows, count and shape. */

const columns = `id, email, full_name, phone_number, city, total_purchases, loyalty_points,
  is_active, is_verified, is_staff, date_joined, last_login`

/** `?offset=` for a numbered page, `?after=&id=` for what follows a row, newest first. */
export async function listPage(pool: pg.Pool, query: URLSearchParams): Promise<unknown> {
  const [counted, page] = await Promise.all([
    pool.query({
      name: 'count',
      text: 'select coalesce(sum(amount), 0)::int8 as count from customer_tallies where is_trashed = false',
    }),
    query.has('after') ? rowsAfter(pool, query) : rowsFrom(pool, Number(query.get('offset'))),
  ])
  return asPage(counted.rows[0].count, page.rows)
}

const rowsFrom = (pool: pg.Pool, offset: number) =>
  pool.query({
    name: 'page',
    text: `with page as (
        select id, date_joined from customers where trashed_at is null
        order by date_joined desc, id desc limit 20 offset $1)
      select ${columns.replace('date_joined', 'page.date_joined')} from page join customers using (id)
      order by page.date_joined desc, id desc`,
    values: [offset],
  })

const rowsAfter = (pool: pg.Pool, query: URLSearchParams) =>
  pool.query({
    name: 'after',
    text: `select ${columns} from customers
      where trashed_at is null and (date_joined, id) < ($1::timestamptz, $2::uuid)
      order by date_joined desc, id desc limit 21`,
    values: [query.get('after'), query.get('id')],
  })

/** The words of a search made plain by the database, then all of them looked for: two statements, as ours. */
export async function searchPage(pool: pg.Pool, query: URLSearchParams): Promise<unknown> {
  const plain = await pool.query({
    name: 'plain',
    text: 'select searchable($1) as text',
    values: [query.get('search')],
  })
  const words: string[] = plain.rows[0].text.split(' ')
  const { rows } = await pool.query(
    `with found as materialized (
        select id, date_joined from customers
        where trashed_at is null and ${words.map((_, at) => `search_text like $${at + 1}`).join(' and ')}),
      page as (select id, date_joined as at from found order by date_joined desc, id desc limit 20)
      select total.count, ${columns}
      from (select count(*) from found) as total left join (page join customers using (id)) on true
      order by at desc, id desc`,
    words.map((word) => `%${word}%`),
  )
  return asPage(
    rows[0].count,
    rows.map(({ count: _, ...row }) => row),
  )
}

const asPage = (count: number, results: unknown[]) => ({
  count,
  next: 'http://localhost/api/customers/admin/customers/?page=2',
  previous: null,
  results,
  next_cursor: null,
})
