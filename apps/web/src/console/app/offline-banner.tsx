import { useSyncExternalStore } from 'react'
import { connection } from '../../lib/connection.ts'
import { m } from '../../messages/messages.js'

/** Says that the store can't be reached for as long as that is so. */
export function OfflineBanner() {
  const isThere = useSyncExternalStore(connection.subscribe, connection.get)
  return <div role="status">{isThere ? null : <div className="offline">{m.console_offline()}</div>}</div>
}
