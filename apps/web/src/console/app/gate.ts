import { redirect } from '@tanstack/react-router'
import { currentSession, resume } from '../../lib/session.ts'

/** Lets in who is signed in; others sign in first and come back to where they were going. */
export async function onlyPeople({ location }: { location: { href: string } }): Promise<void> {
  if ((await session()).kind === 'nobody') throw redirect({ to: '/sign-in', search: { next: location.href } })
}

/** Takes who is signed in already to where they were going. */
export async function onlyVisitors({ search }: { search: { next?: string } }): Promise<void> {
  if ((await session()).kind === 'somebody')
    throw redirect({ to: search.next ?? '/customers', replace: true })
}

async function session() {
  if (currentSession().kind === 'unknown') await resume()
  return currentSession()
}

/** An address inside the console, or none. */
export function nextOf(value: unknown): { next?: string } {
  const isOurs = typeof value === 'string' && /^\/(?![/\\])/.test(value)
  return isOurs ? { next: value } : {}
}
