import type { Profile } from '@crm/contract'
import { language, speak } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'
import { Select } from '../../ui/select.tsx'
import type { Save } from './saving.ts'

type Spoken = Profile['preferred_language']

/** Each language in its own words: who looks for it reads it. */
const own: Record<Spoken, string> = {
  en: 'English',
  fr: 'Français',
  ht: 'Kreyòl ayisyen',
  es: 'Español',
  pt: 'Português',
  sw: 'Kiswahili',
  yo: 'Yorùbá',
  am: 'አማርኛ',
}
const choicesOf = (languages: Spoken[]) =>
  languages.map((value) => ({ value, label: own[value], lang: value }))

/** The language of the pages, which this device keeps, and the language in which the store writes. */
export function LanguageCard({ profile, save }: { profile: Profile; save: Save }) {
  return (
    <section className="card">
      <h2>{m.preferences_language()}</h2>
      <div className="form-row">
        <Select
          label={m.preferences_language_pages()}
          hint={m.preferences_language_pages_hint()}
          choices={choicesOf(['en', 'fr'])}
          value={language()}
          onChange={({ target }) => speak(target.value)}
        />
        <Select
          label={m.preferences_language_messages()}
          hint={m.preferences_language_messages_hint()}
          choices={choicesOf(Object.keys(own) as Spoken[])}
          value={profile.preferred_language}
          onChange={({ target }) => save({ preferred_language: target.value as Spoken })}
        />
      </div>
    </section>
  )
}
