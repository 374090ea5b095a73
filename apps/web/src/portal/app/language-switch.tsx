import { language, speak } from '../../lib/language.ts'

/** Each language in its own words. */
const languages = [
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'Français' },
] as const

export function LanguageSwitch() {
  return (
    <div className="row">
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          className="button button-quiet"
          aria-pressed={language() === code}
          onClick={() => speak(code)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
