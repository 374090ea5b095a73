import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { m } from '../../messages/messages.js'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import { NoRolePage } from './no-role-page.tsx'
import { ShortcutsHelp } from './shortcuts-help.tsx'
import { useLostFocus } from './use-lost-focus.ts'
import { usePalette } from './use-palette.ts'
import { usePerson } from './use-session.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** The frame of every page behind the sign-in. Who has no role is shown the way to the portal. */
export function Shell() {
  const person = usePerson()
  if (!person) return null
  if (person.role === null) return <NoRolePage name={person.first_name} />
  return <Frame />
}

function Frame() {
  const palette = usePalette()
  const shortcuts = useShortcuts(palette.open)
  useLostFocus()
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {m.console_skip()}
      </a>
      <Header onSearch={palette.open} onShowShortcuts={shortcuts.show} />
      <Navigation />
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>{palette.View ? <palette.View /> : null}</Suspense>
      <ShortcutsHelp isOpen={shortcuts.isShown} onClose={shortcuts.hide} />
    </div>
  )
}
