import { m } from '../../../messages/messages.js'
import { Disclosure } from '../../ui/disclosure.tsx'
import { later } from '../../ui/later.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ToastPlace } from '../../ui/toast.tsx'
import { usePlaceInAddress } from '../../ui/use-place-in-address.ts'
import { PictureCard } from './picture-card.tsx'
import { useProfile } from './profile.api.ts'
import { ProfileForm } from './profile-form.tsx'
import './profile.css'

const EmailForm = later(async () => (await import('./email-form.tsx')).EmailForm)

export function ProfilePage() {
  const profile = useProfile()
  usePlaceInAddress(profile.body !== undefined)
  return (
    <div className="stack">
      <h1>{m.profile_title()}</h1>
      <Loaded answer={profile} skeleton={<ProfileSkeleton />}>
        {(body) => (
          <>
            <PictureCard profile={body} />
            <ProfileForm profile={body} />
            <Disclosure id="email" title={m.profile_email()} summary={body.email}>
              <EmailForm profile={body} />
            </Disclosure>
          </>
        )}
      </Loaded>
      <ToastPlace />
    </div>
  )
}

/** As tall as what comes, so that nothing moves when it does. */
function ProfileSkeleton() {
  return (
    <>
      <div className="card" aria-busy="true">
        <div className="skeleton" style={{ blockSize: '13rem' }} />
      </div>
      <FormSkeleton />
    </>
  )
}

function FormSkeleton() {
  return (
    <div className="card" aria-busy="true">
      {[1, 2, 3, 4, 5, 6, 7, 8].map((place) => (
        <div key={place} className="field">
          <div className="skeleton" style={{ inlineSize: '30%' }} />
          <div className="skeleton" style={{ blockSize: 'var(--touch)' }} />
        </div>
      ))}
    </div>
  )
}
