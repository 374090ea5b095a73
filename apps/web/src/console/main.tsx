import '../styles/console.css'
import '../lib/language.ts'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { currentSession, onSessionChange } from '../lib/session.ts'
import { Providers } from './app/providers.tsx'
import { queryClient } from './app/query-client.ts'
import { router } from './app/router.tsx'

/** Who comes or goes, on this tab or another, sees the pages for them and nothing of who was here before. */
let last = currentSession()
onSessionChange(() => {
  const now = currentSession()
  const isSame = last.kind === now.kind
  const wasKnown = last.kind !== 'unknown'
  last = now
  if (isSame || !wasKnown) return
  if (now.kind === 'nobody') queryClient.clear()
  void router.invalidate()
})

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <Providers>
    <RouterProvider router={router} />
  </Providers>,
)
