import type { CustomerRow } from '@crm/contract'
import { type Icon, IconLanguage, IconPlus, IconTrash, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { language, speak } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'
import { usePlaces } from '../../app/navigation.tsx'
import { useMay } from '../../app/use-session.ts'
import { plain } from './plain.ts'

export type PaletteAction = {
  id: string
  label: string
  description?: string
  icon: Icon
  run: () => void
}

/** What the palette offers for the words: customers as the server found them, and pages and actions by their names. */
export function usePaletteActions(words: string, found: readonly CustomerRow[]) {
  const navigate = useNavigate()
  const go = (to: string) => () => void navigate({ to })
  const pages = usePlaces().map(({ to, label, icon }) => ({ id: to, label: label(), icon, run: go(to) }))
  const add = { id: 'add', label: m.customers_add(), icon: IconPlus, run: go('/customers/new') }
  const all: PaletteAction[] = [
    ...pages,
    ...(useMay('customers:write') ? [add] : []),
    { id: 'trash', label: m.customers_trash(), icon: IconTrash, run: go('/customers?trashed=true') },
    otherLanguage(),
  ]
  return {
    customers: words ? found.map((customer) => actionOf(customer, go(`/customers/${customer.id}`))) : [],
    places: all.filter(({ label }) => plain(label).includes(plain(words))),
  }
}

const actionOf = ({ id, full_name, email, city }: CustomerRow, run: () => void): PaletteAction => ({
  id,
  label: full_name || email,
  description: [full_name ? email : '', city].filter(Boolean).join(' · '),
  icon: IconUser,
  run,
})

const otherLanguage = (): PaletteAction =>
  language() === 'en'
    ? { id: 'language', label: 'Français', icon: IconLanguage, run: () => speak('fr') }
    : { id: 'language', label: 'English', icon: IconLanguage, run: () => speak('en') }
