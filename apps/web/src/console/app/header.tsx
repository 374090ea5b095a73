import { Link } from '@tanstack/react-router'
import { storeName } from '../../lib/store.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { PersonMenu } from './person-menu.tsx'

/** The store, and what is at hand on every page. */
export function Header() {
  return (
    <header className="top">
      <Link to="/" className="brand">
        <Mark />
        <span className="brand-name">{storeName()}</span>
      </Link>
      <div className="top-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <PersonMenu />
      </div>
    </header>
  )
}
