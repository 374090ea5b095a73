import { language, speak } from '../../lib/language.ts'
import { Button } from './button.tsx'

/** Speaks the other language, named in its own words. */
export function LanguageSwitch() {
  const other = language() === 'en' ? { code: 'fr', name: 'Français' } : { code: 'en', name: 'English' }
  return (
    <Button
      variant="subtle"
      color="gray"
      c="var(--ink)"
      px="xs"
      lang={other.code}
      onClick={() => speak(other.code)}
    >
      <span className="short-on-phone">{other.name}</span>
      <span className="only-phone" aria-hidden="true">
        {other.code.toUpperCase()}
      </span>
    </Button>
  )
}
