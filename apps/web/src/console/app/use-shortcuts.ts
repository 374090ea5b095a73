import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useKeys } from '../ui/keys.ts'
import { useMay } from './use-session.ts'

/** The keys that work on every page, and whether their list is shown. */
export function useShortcuts(openPalette: () => void) {
  const navigate = useNavigate()
  const mayAdd = useMay('customers:write')
  const [isShown, setShown] = useState(false)
  useKeys({
    'mod+k': openPalette,
    '/': openPalette,
    '?': () => setShown(true),
    'g c': () => void navigate({ to: '/customers' }),
    ...(mayAdd ? { c: () => void navigate({ to: '/customers/new' }) } : {}),
  })
  return { isShown, show: () => setShown(true), hide: () => setShown(false) }
}
