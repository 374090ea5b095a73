import type { JobName } from '@crm/contract'
import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'

/** What a job is handed: ids, codes and numbers. Secrets and personal data are looked up when it runs. */
export type JobPayload = Record<string, string | number | boolean | null>

/** Asks for work that is done after this transaction commits, at least once, and never if it does not commit. */
export async function enqueue(tx: Tx, name: JobName, payload: JobPayload): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`.execute(tx)
}

/** Asks for many jobs in one statement. */
export async function enqueueAll(
  tx: Tx,
  jobs: readonly { name: JobName; payload: JobPayload }[],
): Promise<void> {
  if (jobs.length === 0) return
  const specs = jobs.map(({ name, payload }) => ({ identifier: name, payload }))
  await sql`
    select graphile_worker.add_jobs(array(
      select spec from json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) as spec
    ))`.execute(tx)
}
