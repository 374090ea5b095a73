import { type ReactNode, useEffect, useRef } from 'react'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { HomeIcon, LeafIcon, LockIcon, Mark, PersonIcon } from '../ui/icons.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Link, useLocation } from './router.tsx'
import { storeName } from './store.ts'

/** The frame of every page: store, way round, language. A new page takes the focus, so that it is read out. */
export function Shell({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const { path } = useLocation()
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what it waits for
  useEffect(() => {
    if (!isFirst.current) main.current?.focus()
    isFirst.current = false
  }, [path])

  return (
    <div className={isSignedIn ? 'shell shell-in' : 'shell'}>
      <a className="skip" href="#main">
        {m.skip_to_content()}
      </a>
      <header className="top">
        <Link to={paths.home} className="brand">
          <Mark />
          {storeName()}
        </Link>
        {isSignedIn ? <Navigation path={path} /> : null}
      </header>
      <main id="main" ref={main} tabIndex={-1} className={isSignedIn ? 'page' : 'door'}>
        {children}
      </main>
      <footer className="foot">
        <LanguageSwitch />
      </footer>
    </div>
  )
}

function Navigation({ path }: { path: string }) {
  const pages = [
    { to: paths.home, label: m.nav_home(), icon: <HomeIcon /> },
    { to: paths.profile, label: m.nav_profile(), icon: <PersonIcon /> },
    { to: paths.preferences, label: m.nav_preferences(), icon: <LeafIcon /> },
    { to: paths.security, label: m.nav_security(), icon: <LockIcon /> },
  ]
  return (
    <nav className="nav" aria-label={m.nav_label()}>
      {pages.map(({ to, label, icon }) => (
        <Link key={to} to={to} aria-current={path === to ? 'page' : undefined}>
          {icon}
          {label}
        </Link>
      ))}
    </nav>
  )
}
