import { language, speak } from '../../lib/language.ts'

/** Each language in its own words. */
const languages = [
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'Français' },
] as const

export function LanguageSwitch() {
  return (
    <fieldset className="segments" aria-label="Language · Langue">
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language() === code}
          onClick={() => speak(code)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
