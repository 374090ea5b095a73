import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/db/migrate.ts'
import { startEmbeddedDatabase } from '../src/platform/embedded/embedded-database.ts'
import { buildWebApp } from '../src/web-app/build-web-app.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Any database of the server on which tests make theirs. */
    serverUrl: string
    /** The migrated database that each test file gets a copy of. */
    templateName: string
  }
}

/**
 * One PostgreSQL for the whole run, with one migrated database to copy. `TEST_DATABASE_URL` names another server: a
 * role there that may create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWebApp((line) => process.stdout.write(`${line}\n`))
  const given = process.env.TEST_DATABASE_URL
  const dataDir = given ? undefined : mkdtempSync(path.join(os.tmpdir(), 'crm-test-'))
  const server = dataDir
    ? await startEmbeddedDatabase({
        dataDir,
        purpose: 'npm test',
        settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
      })
    : { url: String(given), stop: async () => {} }

  const templateName = `crm_template_${process.pid}`
  await run(server.url, `create database ${templateName}`)
  const template = new pg.Pool({ connectionString: withDatabase(server.url, templateName) })
  await migrate(template)
  await template.end()

  project.provide('serverUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    await run(server.url, `drop database ${templateName}`)
    await server.stop()
    if (dataDir) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
