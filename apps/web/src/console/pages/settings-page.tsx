import '../features/history/history.css'
import '../ui/page.css'
import './settings-page.css'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { m } from '../../messages/messages.js'
import { useMay, usePerson } from '../app/use-session.ts'
import { SecondFactor } from '../features/settings/second-factor.tsx'
import { storeQuery } from '../features/settings/store.api.ts'
import { StoreForm } from '../features/settings/store-form.tsx'
import { ThisDevice } from '../features/settings/this-device.tsx'
import { Stack } from '../ui/layout.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'

const StoreHistory = lazy(async () => ({
  default: (await import('../features/history/history.tsx')).StoreHistory,
}))

/** How the store and the reader's own account are set. */
export function SettingsPage() {
  const reader = usePerson()
  const store = useQuery(storeQuery)
  const mayChange = useMay('store:manage')
  if (!reader) return null
  return (
    <Stack gap="xl" className="settings">
      <div>
        <PageTitle>{m.settings_title()}</PageTitle>
        <p className="quiet">{m.settings_intro()}</p>
      </div>
      <SecondFactor reader={reader} />
      <Stack component="section" gap="sm" aria-labelledby="store-title">
        <div>
          <h2 id="store-title">{m.settings_store()}</h2>
          <p className="quiet">{mayChange ? m.settings_store_text() : m.settings_store_readonly()}</p>
        </div>
        <Loaded query={store} loading={m.settings_loading()}>
          {(settings) => <StoreForm store={settings} mayChange={mayChange} />}
        </Loaded>
      </Stack>
      <ThisDevice />
      <Suspense>{mayChange && <StoreHistory reader={reader} />}</Suspense>
    </Stack>
  )
}
