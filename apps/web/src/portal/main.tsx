import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/portal.css'
import '../lib/language.ts'
import { Portal } from './app/portal.tsx'
import { start } from './app/start.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
)
void start()

// What comes without a connection is prepared when the page itself is there.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'))
