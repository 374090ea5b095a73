import { createTransport, Refusal } from '@crm/client'
import type { BrowserSession, Person } from '@crm/contract'
import { watched } from './connection.ts'

/**
 * Who is signed in on this device. The refresh token is in a cookie that no script can read; the access token lives in
 * the memory of each tab. One tab at a time refreshes, and tells the others.
 */

export type Session =
  | { kind: 'unknown' }
  | { kind: 'nobody' }
  | { kind: 'somebody'; person: Person; access: string; endsAt: number }

/** Refreshed this long before it ends: a request under way must not meet the end. */
const marginMs = 60_000
/** Tells, without asking the server, whether it is worth asking. Says nothing about who. */
const hint = 'signed-in'

let session: Session = { kind: localStorage.getItem(hint) === null ? 'nobody' : 'unknown' }
const listeners = new Set<() => void>()
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('session')

function set(next: Session): void {
  session = next
  if (next.kind === 'somebody') localStorage.setItem(hint, 'yes')
  else if (next.kind === 'nobody') localStorage.removeItem(hint)
  for (const listener of listeners) listener()
}

if (tabs)
  tabs.onmessage = ({ data }: MessageEvent<Session>) => {
    // Somebody else on this device: nothing on this page is theirs.
    const wasOther =
      session.kind === 'somebody' && data.kind === 'somebody' && session.person.id !== data.person.id
    set(data)
    if (wasOther) location.reload()
  }

function setEverywhere(next: Session): void {
  set(next)
  tabs?.postMessage(next)
}

export const currentSession = (): Session => session
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isFresh = (now: Session): now is Extract<Session, { kind: 'somebody' }> =>
  now.kind === 'somebody' && now.endsAt - marginMs > Date.now()

const ownPage = { 'x-requested-with': 'crm' }

const pages = watched(
  createTransport({
    origin: '',
    headers: ownPage,
    accessToken: async () => null,
    onTokenRefused: async () => false,
  }),
)

/** Keeps what the server answered to signing in, registering or a new password. */
export function begin({ access, expires_in, person }: BrowserSession): void {
  setEverywhere({ kind: 'somebody', person, access, endsAt: Date.now() + expires_in * 1_000 })
}

/** Makes the person that pages show follow what was just saved. */
export function updatePerson(changes: Partial<Person>): void {
  if (session.kind === 'somebody') setEverywhere({ ...session, person: { ...session.person, ...changes } })
}

/** Finds out at the start of a page whether somebody is signed in. */
export async function resume(): Promise<void> {
  if (session.kind === 'unknown') await refresh(session)
}

/** One tab asks; the others wait for it and take what it heard. */
async function refresh(refused: Session): Promise<boolean> {
  const ask = async () => {
    if (session !== refused && isFresh(session)) return true
    try {
      begin(await pages.ask<BrowserSession>('/api/browser/refresh/', { method: 'POST', isPublic: true }))
      return true
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status !== 401) throw refusal
      setEverywhere({ kind: 'nobody' })
      return false
    }
  }
  return navigator.locks ? navigator.locks.request('session', ask) : ask()
}

/** The access token, made anew when it is about to end; null when nobody is signed in. */
export async function freshAccess(): Promise<string | null> {
  if (session.kind === 'somebody' && !isFresh(session)) await refresh(session)
  return session.kind === 'somebody' ? session.access : null
}

/** Ends the session on this device. Only when the server said so, or knows of none, is it over: the next person may be another. */
export async function signOut(): Promise<void> {
  try {
    await pages.ask('/api/browser/logout/', { method: 'POST', isPublic: true })
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 401) throw refusal
  }
  setEverywhere({ kind: 'nobody' })
}

/** Everything that pages ask the API goes through here. */
export const api = watched(
  createTransport({
    origin: '',
    headers: ownPage,
    async accessToken() {
      if (session.kind === 'somebody' && !isFresh(session)) await refresh(session)
      return session.kind === 'somebody' ? session.access : null
    },
    onTokenRefused: () => (session.kind === 'somebody' ? refresh(session) : Promise.resolve(false)),
  }),
)
