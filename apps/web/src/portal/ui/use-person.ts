import type { Person } from '@crm/contract'
import { useSession } from '../app/use-session.ts'

/** Who is signed in; nobody for the blink in which a page is left after signing out. */
export function usePerson(): Person | undefined {
  const session = useSession()
  return session.kind === 'somebody' ? session.person : undefined
}
