import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type Listener = {
  /** Whether what is told on the channel reaches us at this moment. */
  isListening(): boolean
  close(): Promise<void>
}

type ListenerOptions = {
  url: string
  channel: string
  onMessage: (payload: string) => void
  /** Messages may have been missed from here on. */
  onDeaf: () => void
  onError: (error: unknown) => void
}

const checkEveryMs = 5_000

/** Hears what the database tells on a channel, over a connection of its own that is checked and made again for ever. */
export function listen({ url, channel, onMessage, onDeaf, onError }: ListenerOptions): Listener {
  const closing = new AbortController()
  let listening: pg.Client | undefined

  const hear = async () => {
    const client = new pg.Client({
      connectionString: url,
      application_name: `listens to ${channel}`,
      connectionTimeoutMillis: 2_000,
      query_timeout: 3_000,
      keepAlive: true,
    })
    const isLost = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    try {
      await client.connect()
      client.on('notification', ({ payload = '' }) => onMessage(payload))
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      listening = client
      while (!closing.signal.aborted) {
        await Promise.race([isLost, wait(checkEveryMs, undefined, { signal: closing.signal })])
        const { rows } = await client.query("select current_setting('transaction_read_only') as read_only")
        // After a failover the old primary only reads, and what happens elsewhere is told elsewhere.
        if (rows[0].read_only === 'on') throw new Error('the server that is listened to only reads')
      }
    } finally {
      listening = undefined
      onDeaf()
      // Not by a farewell: one that is never answered would keep the connection.
      client.connection.stream.destroy()
    }
  }

  const done = (async () => {
    while (!closing.signal.aborted) {
      await hear().catch((error: unknown) => {
        if (!closing.signal.aborted) onError(error)
      })
      await wait(500, undefined, { signal: closing.signal }).catch(() => {
        // Closing: the loop ends.
      })
    }
  })()

  return {
    isListening: () => listening !== undefined,
    async close() {
      closing.abort()
      await done
    },
  }
}
