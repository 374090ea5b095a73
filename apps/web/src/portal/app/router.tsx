import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'

/** The address bar as state: the portal has a dozen pages and needs no more router than this. */

const changed = 'portal:navigated'

/** Opens a page of the portal without loading a new document. Asks before what is not saved is left, unless that is done. */
export function navigate(path: string, { replace = false, isAsked = false } = {}): void {
  if (!isAsked && !mayLeave()) return
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  dispatchEvent(new Event(changed))
  scrollTo(0, 0)
}

type Guard = { address: string; ask: () => boolean }
let guard: Guard | undefined

/** Asks before a page with unsaved changes is left, also by the button of the browser; returns what takes that back. */
export function guardLeaving(ask: () => boolean): () => void {
  const mine = { address: here(), ask }
  guard = mine
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  addEventListener('beforeunload', warn)
  return () => {
    if (guard === mine) guard = undefined
    removeEventListener('beforeunload', warn)
  }
}

/** Whether the page may be left: there is nothing to save, or the person said so. */
export const mayLeave = (): boolean => guard?.ask() ?? true

// Before anybody else hears of it: by then the browser has changed the address already.
addEventListener('popstate', () => {
  if (guard && !mayLeave()) history.pushState(null, '', guard.address)
})

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(changed, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(changed, listener)
  }
}

const here = () => location.pathname + location.search

/** The path of the page, always with a slash at its end, and its query. */
export function useLocation(): { path: string; search: string } {
  return partsOf(useSyncExternalStore(subscribe, here))
}

function partsOf(address: string): { path: string; search: string } {
  const [path = '/', search = ''] = address.split('?')
  return { path: path.endsWith('/') ? path : `${path}/`, search }
}

/** Whether the address bar still says so: what was shown last may be a moment behind it. */
export function isHere(path: string, search: string): boolean {
  const now = partsOf(here())
  return now.path === path && now.search === search
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }

/** A link to a page of the portal; with a modifier key it does what the browser does. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain) return
    event.preventDefault()
    navigate(to)
  }
  return <a href={to} onClick={follow} {...rest} />
}
