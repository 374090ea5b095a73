import { useSyncExternalStore } from 'react'
import { currentSession, onSessionChange } from '../../lib/session.ts'

export const useSession = () => useSyncExternalStore(onSessionChange, currentSession)
