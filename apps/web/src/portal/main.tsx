import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/portal.css'
import '../lib/language.ts'
import { resume } from '../lib/session.ts'
import { Portal } from './app/portal.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
)
void resume()
