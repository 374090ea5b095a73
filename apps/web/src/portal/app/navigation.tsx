import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { HomeIcon, LeafIcon, LockIcon, PersonIcon } from '../ui/icons.tsx'
import { Link } from './router.tsx'

/** The rooms of who is signed in: at the top, or where the thumb is on a phone. */
export function Navigation({ path }: { path: string }) {
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
