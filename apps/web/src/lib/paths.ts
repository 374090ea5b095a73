import { portalAddresses } from '@crm/contract'

/** Every address of the app, in one place. */
export const paths = { ...portalAddresses, console: '/admin/' } as const

/** Parts of pages that other pages lead to: the id of the part, or the name of the field. */
export const places = {
  picture: `${paths.profile}#picture`,
  phone: `${paths.profile}#phone_number`,
  email: `${paths.profile}#email`,
  wishes: `${paths.preferences}#dietary_preferences`,
} as const

/** Where to go after signing in: an address of ours, whatever the link said. */
export function safeNext(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? paths.home
  if (!next.startsWith('/') || !URL.canParse(next, location.origin)) return paths.home
  const { origin, pathname, search: query, hash } = new URL(next, location.origin)
  // `/.//elsewhere` is ours, and its path alone is an address of somebody else.
  return origin === location.origin && !pathname.startsWith('//') ? pathname + query + hash : paths.home
}
