import { findSetupLink } from '../src/modules/auth/index.ts'
import type { TestApp } from './test-app.ts'

/** Takes the role of all owners away, so that the link of the first run works; tells its token and gives the role back. */
export async function asIfNew({ auth, config, database }: TestApp) {
  const { rows } = await database.pool.query<{ id: string }>(
    "update customers set role = null where role = 'owner' returning id",
  )
  const link = await findSetupLink(auth, config.PUBLIC_URL)
  return {
    token: new URL(link ?? config.PUBLIC_URL).searchParams.get('token') ?? '',
    restore: () =>
      database.pool.query("update customers set role = 'owner' where id = any($1)", [
        rows.map(({ id }) => id),
      ]),
  }
}
