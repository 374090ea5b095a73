import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'

/** The address bar as state: the portal has a dozen pages and needs no more router than this. */

const changed = 'portal:navigated'

/** Opens a page of the portal without loading a new document. */
export function navigate(path: string, { replace = false } = {}): void {
  if (!mayLeave()) return
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  dispatchEvent(new Event(changed))
  scrollTo(0, 0)
}

let guard: (() => boolean) | undefined

/** Asks before a page with unsaved changes is left; returns what takes the question back. */
export function guardLeaving(ask: () => boolean): () => void {
  guard = ask
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  addEventListener('beforeunload', warn)
  return () => {
    guard = undefined
    removeEventListener('beforeunload', warn)
  }
}
const mayLeave = () => guard?.() ?? true

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
  const [path = '/', search = ''] = useSyncExternalStore(subscribe, here).split('?')
  return { path: path.endsWith('/') ? path : `${path}/`, search }
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
