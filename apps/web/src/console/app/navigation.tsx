import { mayDo, type StaffPermission } from '@crm/contract'
import { IconSettings, IconShieldHalf, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { m } from '../../messages/messages.js'
import { usePerson } from './use-session.ts'

type Place = {
  to: '/customers' | '/staff' | '/settings'
  label: () => string
  icon: typeof IconUsers
  /** Shown to who may do this; to everybody with a role when nothing is named. */
  permission?: StaffPermission
}

const places: readonly Place[] = [
  { to: '/customers', label: m.console_nav_customers, icon: IconUsers, permission: 'customers:read' },
  { to: '/staff', label: m.console_nav_staff, icon: IconShieldHalf, permission: 'staff:manage' },
  { to: '/settings', label: m.console_nav_settings, icon: IconSettings },
]

/** The places that the person may go to. */
export function usePlaces(): readonly Place[] {
  const role = usePerson()?.role ?? null
  return places.filter(({ permission = 'customers:read' }) => mayDo(role, permission))
}

/** The way round: a rail on wide screens, a bar under the thumb on phones. */
export function Navigation() {
  return (
    <nav className="rail" aria-label={m.console_nav_label()}>
      {usePlaces().map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to}>
          <Icon size={22} stroke={1.8} aria-hidden />
          {label()}
        </Link>
      ))}
    </nav>
  )
}
