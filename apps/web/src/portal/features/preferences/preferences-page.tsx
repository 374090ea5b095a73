import { m } from '../../../messages/messages.js'
import { Loaded } from '../../ui/loaded.tsx'
import { ToastPlace } from '../../ui/toast.tsx'
import { usePlaceInAddress } from '../../ui/use-place-in-address.ts'
import { ChannelsCard } from './channels-card.tsx'
import { LanguageCard } from './language-card.tsx'
import { usePreferences } from './preferences.api.ts'
import { savingOf } from './saving.ts'
import { Wishes } from './wishes.tsx'

export function PreferencesPage() {
  const profile = usePreferences()
  usePlaceInAddress(profile.body !== undefined)
  return (
    <div className="stack">
      <div>
        <h1>{m.preferences_title()}</h1>
        <p className="quiet">{m.preferences_text()}</p>
      </div>
      <Loaded answer={profile} skeleton={[1, 2, 3].map((place) => <CardSkeleton key={place} />)}>
        {(body) => (
          <>
            <Wishes profile={body} save={savingOf(body)} />
            <ChannelsCard profile={body} save={savingOf(body)} />
            <LanguageCard profile={body} save={savingOf(body)} />
          </>
        )}
      </Loaded>
      <ToastPlace />
    </div>
  )
}

function CardSkeleton() {
  return (
    <div className="card" aria-busy="true">
      <div className="skeleton" style={{ inlineSize: '40%', blockSize: '1.5rem' }} />
      <div className="skeleton" style={{ blockSize: '6rem' }} />
    </div>
  )
}
