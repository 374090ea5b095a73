import { mayDo, type Person, type StaffPermission } from '@crm/contract'
import { useSyncExternalStore } from 'react'
import { currentSession, onSessionChange } from '../../lib/session.ts'

const useSession = () => useSyncExternalStore(onSessionChange, currentSession)

/** Who is signed in, or nobody. */
export function usePerson(): Person | undefined {
  const session = useSession()
  return session.kind === 'somebody' ? session.person : undefined
}

/** Whether the person may do it: what is not allowed is not shown. */
export const useMay = (permission: StaffPermission): boolean => mayDo(usePerson()?.role ?? null, permission)
