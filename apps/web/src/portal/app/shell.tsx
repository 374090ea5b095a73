import { type ReactNode, useEffect, useRef } from 'react'
import { connection } from '../../lib/connection.ts'
import { mayAskOfMails } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { storeName } from '../../lib/store.ts'
import { m } from '../../messages/messages.js'
import { later } from '../ui/later.tsx'
import { Woven } from '../ui/woven.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { note } from './note.ts'
import { Link, useLocation } from './router.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { useStateOf } from './use-state-of.ts'

/** Only who is signed in waits for these. */
const Navigation = later(async () => (await import('./navigation.tsx')).Navigation, null)
const SignOut = later(async () => (await import('./sign-out.tsx')).SignOut, null)
const MailLanguageOffer = later(
  async () => (await import('../features/preferences/mail-language-offer.tsx')).MailLanguageOffer,
  null,
)

/** The frame of every page: store, way round, language. A new page takes the focus, so that it is read out. */
export function Shell({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const { path } = useLocation()
  const main = useFocusOnArrival(path)
  return (
    <div className={isSignedIn ? 'shell shell-in' : 'shell shell-door'}>
      <a className="skip" href="#main">
        {m.skip_to_content()}
      </a>
      <header className="top">
        <Link to={paths.home} className="brand">
          <img src="/icon.svg" alt="" width="32" height="32" />
          {storeName()}
        </Link>
        {isSignedIn ? <Navigation path={path} /> : null}
      </header>
      {isSignedIn ? null : <Cloth />}
      <main id="main" ref={main} tabIndex={-1} className={isSignedIn ? 'page' : 'door'}>
        <Announcements path={path}>
          {isSignedIn && mayAskOfMails() ? <MailLanguageOffer /> : null}
        </Announcements>
        {children}
      </main>
      <footer className="foot">
        <LanguageSwitch />
        <ThemeSwitch />
        {isSignedIn ? <SignOut /> : null}
      </footer>
    </div>
  )
}

function useFocusOnArrival(path: string) {
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    // The page may have come with a field that its address names: that one keeps the focus.
    const hasFocusInside = main.current?.contains(document.activeElement)
    if (!isFirst.current && !hasFocusInside) main.current?.focus({ preventScroll: true })
    isFirst.current = false
    const left = note.get()
    if (left && left.path !== path) note.set(undefined)
  }, [path])
  return main
}

/** The cloth beside the door: a whole panel where there is room, a strip where there is none. */
function Cloth() {
  return (
    <aside className="cloth" aria-label={storeName()}>
      <Woven />
      <p>{m.door_words()}</p>
    </aside>
  )
}

/** What is there before it has something to say, so that it is read out when it does. */
function Announcements({ path, children }: { path: string; children: ReactNode }) {
  const isThere = useStateOf(connection)
  const left = useStateOf(note)
  return (
    <div className="announcements" role="status">
      {isThere ? null : <p className="notice notice-bad">{m.offline_banner()}</p>}
      {left?.path === path ? <p className="notice notice-good">{left.text}</p> : null}
      {children}
    </div>
  )
}
