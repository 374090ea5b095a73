import { useSyncExternalStore } from 'react'
import type { State } from '../../lib/state.ts'

export const useStateOf = <Value>(state: State<Value>): Value =>
  useSyncExternalStore(state.subscribe, state.get)
