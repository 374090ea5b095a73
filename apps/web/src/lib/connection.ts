import { Refusal, type Transport } from '@crm/client'
import { createState } from './state.ts'

/** Whether the store can be reached: what the device says, and what became of the last question. */
export const connection = createState(navigator.onLine)

const pauseMs = 10_000
let timer: ReturnType<typeof setTimeout> | undefined

function set(isThere: boolean): void {
  connection.set(isThere)
  clearTimeout(timer)
  if (!isThere) timer = setTimeout(knock, pauseMs)
}

/** Asks whether the server is there again, so that nobody has to. */
function knock(): void {
  fetch('/api/customers/health/live/', { cache: 'no-store' }).then(
    () => set(true),
    () => set(false),
  )
}

addEventListener('online', knock)
addEventListener('offline', () => set(false))

/** The same transport, which tells by each answer whether the store can be reached. */
export const watched = (transport: Transport): Transport => ({
  async ask<Body>(path: string, ask?: Parameters<Transport['ask']>[1]): Promise<Body> {
    try {
      const body = await transport.ask<Body>(path, ask)
      set(true)
      return body
    } catch (refusal) {
      if (refusal instanceof Refusal) set(refusal.status !== 0)
      throw refusal
    }
  },
})
