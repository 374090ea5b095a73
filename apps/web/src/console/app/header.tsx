import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { storeName } from '../../lib/store.ts'
import { m } from '../../messages/messages.js'
import { modifier } from '../ui/keys.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'
import { Kbd } from '../ui/text.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { PersonMenu } from './person-menu.tsx'

type HeaderProps = { onSearch: () => void; onShowShortcuts: () => void }

/** The store, and what is at hand on every page. */
export function Header({ onSearch, onShowShortcuts }: HeaderProps) {
  return (
    <header className="top">
      <Link to="/" className="brand">
        <Mark />
        <span className="brand-name">{storeName()}</span>
      </Link>
      <button type="button" className="top-search" aria-keyshortcuts="Control+K" onClick={onSearch}>
        <IconSearch size={18} aria-hidden />
        <span className="short-on-phone">{m.palette_open()}</span>
        <Kbd className="only-wide" aria-hidden>
          {modifier} K
        </Kbd>
      </button>
      <div className="top-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <PersonMenu onShowShortcuts={onShowShortcuts} />
      </div>
    </header>
  )
}
