import { Refusal } from '@crm/client'
import { useEffect, useSyncExternalStore } from 'react'
import { api, currentSession, onSessionChange } from '../../lib/session.ts'

/** What the API said at one address: the last answer stays on the page while a newer one is on its way. */
export type Answer<Body> = { body?: Body; refusal?: Refusal; isAsking: boolean; ask: () => Promise<void> }

type Kept = { body?: unknown; refusal?: Refusal; isAsking: boolean }

const unasked: Kept = { isAsking: true }
const answers = new Map<string, Kept>()
const listeners = new Set<() => void>()
let owner: string | undefined

function write(address: string, next: Kept): void {
  answers.set(address, next)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What belongs to one person is never shown to the next one on this device. */
function forgetOthers(): void {
  const session = currentSession()
  const now = session.kind === 'somebody' ? session.person.id : undefined
  if (now !== owner) answers.clear()
  owner = now
}
onSessionChange(forgetOthers)

async function load(address: string): Promise<void> {
  forgetOthers()
  const asker = owner
  const { body } = answers.get(address) ?? unasked
  write(address, { body, isAsking: true })
  try {
    const fresh = await api.ask<unknown>(address)
    if (asker === owner) write(address, { body: fresh, isAsking: false })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    if (asker === owner) write(address, { body, refusal, isAsking: false })
  }
}

/** Says only what to ask for again: another tab may be somebody else's by then. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('answers')
if (tabs)
  tabs.onmessage = ({ data: address }: MessageEvent<string>) => {
    if (answers.has(address)) void load(address)
  }

/** Puts what a change was answered with in the place of the older answer, and lets the other tabs ask again. */
export function keepAnswer(address: string, body: unknown): void {
  write(address, { body, isAsking: false })
  tabs?.postMessage(address)
}

/** Shows a part of an answer as it is about to be. */
export function changeAnswer(address: string, changes: object): void {
  const body = answers.get(address)?.body
  if (body) write(address, { body: { ...body, ...changes }, isAsking: false })
}

/** Asks when the page opens, and again when the connection is back. */
export function useAnswer<Body>(address: string): Answer<Body> {
  const kept = useSyncExternalStore(subscribe, () => answers.get(address) ?? unasked)
  useEffect(() => {
    const again = () => void load(address)
    again()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [address])
  return { ...(kept as Answer<Body>), ask: () => load(address) }
}
