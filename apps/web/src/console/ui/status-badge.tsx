import './status-badge.css'
import type { ReactNode } from 'react'

/** How something stands, in a word or two; the colour only helps. */
export function StatusBadge({
  tone,
  children,
}: {
  tone: 'good' | 'warm' | 'bad' | 'calm'
  children: ReactNode
}) {
  return <span className={`status status-${tone}`}>{children}</span>
}
