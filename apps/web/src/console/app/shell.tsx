import { Outlet } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import { NoRolePage } from './no-role-page.tsx'
import { usePerson } from './use-session.ts'

/** The frame of every page behind the sign-in. Who has no role is shown the way to the portal. */
export function Shell() {
  const person = usePerson()
  if (!person) return null
  if (person.role === null) return <NoRolePage name={person.first_name} />
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {m.console_skip()}
      </a>
      <Header />
      <Navigation />
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
