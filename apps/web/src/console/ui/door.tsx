import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { Woven } from './woven.tsx'

/** The frame of a page before somebody is let in. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className="door">
      <Woven />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  )
}
