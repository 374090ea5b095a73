import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type Access = { port: number; password: string }

const ODD_REFUSALS_MS = 3000
const SLOW_MS = 5000

export function urlOf({ port, password }: Access): string {
  return `postgres://crm:${password}@127.0.0.1:${port}/crm`
}

export async function connect(access: Access, purpose: string): Promise<pg.Client> {
  // Every field is given, as pg would fill the gaps from PG… variables that are meant for other servers.
  const role = { user: 'crm', database: 'crm', password: access.password }
  const server = { host: '127.0.0.1', port: access.port, ssl: false, connectionTimeoutMillis: 5000 }
  const client = new pg.Client({ ...role, ...server, application_name: purpose })
  // The server may end at any time; whoever needs the connection notices at the next query.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Resolves as soon as the database takes connections, however long its recovery lasts; `hasEnded` gives up. */
export async function untilReady(
  access: Access,
  hasEnded: () => boolean,
  say: (line: string) => void,
): Promise<void> {
  const startedAt = Date.now()
  let isSaid = false
  while (!hasEnded()) {
    try {
      await (await connect(access, 'start')).end()
      return
    } catch (error) {
      // Anything but "not listening yet" and "starting up" comes from a stranger on our port or will not pass.
      const { code = '' } = error as { code?: string }
      const isWaiting = ['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)
      if (!isWaiting && Date.now() - startedAt > ODD_REFUSALS_MS) throw error
    }
    if (!isSaid && Date.now() - startedAt > SLOW_MS) {
      say('The database is recovering what was under way when it was interrupted …')
      isSaid = true
    }
    await pause(15)
  }
}
