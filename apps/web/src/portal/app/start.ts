import { Refusal } from '@crm/client'
import { connection } from '../../lib/connection.ts'
import { currentSession, resume } from '../../lib/session.ts'
import { createState } from '../../lib/state.ts'

/** Why it is not known yet who is signed in: the store could not be reached, or could not answer. */
export const startRefusal = createState<Refusal | undefined>(undefined)

/** Finds out who is signed in on this device. */
export async function start(): Promise<void> {
  startRefusal.set(undefined)
  try {
    await resume()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    startRefusal.set(refusal)
  }
}

connection.subscribe(() => {
  if (connection.get() && startRefusal.get() && currentSession().kind === 'unknown') void start()
})
