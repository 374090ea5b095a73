import '../styles/fonts.css'
import '../styles/tokens.css'
import '../lib/language.ts'
import { createRoot } from 'react-dom/client'
import { m } from '../messages/messages.js'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(<h1>{m.console_title()}</h1>)
