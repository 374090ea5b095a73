import type { Profile } from '@crm/contract'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { toast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useUnsaved } from '../../ui/use-unsaved.ts'
import { AddressFields } from './address-fields.tsx'
import { PhoneField } from './phone-field.tsx'
import { saveProfile } from './profile.api.ts'
import { changesIn } from './profile.rules.ts'
import { refuseUnfinished } from './profile-faults.ts'

/** A field that nobody typed into shows what is kept, whatever other tabs save; React's first writing counts as typing. */
const followWhatIsKept = (form: HTMLFormElement | null) => form?.reset()

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/** Names, phone, birthday and address: one form, one button, and only what changed is sent. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const [isUnsaved, setUnsaved] = useState(false)
  useUnsaved(isUnsaved, m.profile_leave)
  const form = useForm(async (values, element) => {
    const changes = changesIn(values, profile)
    refuseUnfinished(element, changes)
    await saveProfile(changes)
    // From here on the fields show what is kept, also when it is changed elsewhere.
    flushSync(() => setUnsaved(false))
    element.reset()
    toast(m.profile_saved())
  })
  const compare = (event: FormEvent<HTMLFormElement>) => {
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    setUnsaved(Object.keys(changesIn(values, profile)).length > 0)
  }
  return (
    <form ref={followWhatIsKept} className="card form" onSubmit={form.submit} onInput={compare} noValidate>
      <h2>{m.profile_about()}</h2>
      <div className="form-row">
        <Field
          name="first_name"
          autoComplete="given-name"
          label={m.profile_first_name()}
          defaultValue={profile.first_name}
          errors={form.errors.first_name}
          required
          maxLength={150}
        />
        <Field
          name="last_name"
          autoComplete="family-name"
          label={m.last_name()}
          hint={m.last_name_hint()}
          defaultValue={profile.last_name}
          errors={form.errors.last_name}
          maxLength={150}
        />
      </div>
      <div className="form-row">
        <PhoneField defaultValue={profile.phone_number} errors={form.errors.phone_number} />
        <Field
          name="date_of_birth"
          type="date"
          autoComplete="bday"
          min="1900-01-01"
          max={today()}
          label={m.profile_birthday()}
          defaultValue={profile.date_of_birth ?? ''}
          errors={form.errors.date_of_birth}
        />
      </div>
      <AddressFields profile={profile} errors={form.errors} />
      <Problem text={form.problem} />
      <div className="row save-row">
        <Button type="submit" isBusy={form.isBusy} disabled={!isUnsaved}>
          {m.profile_save()}
        </Button>
        <span className="quiet" role="status">
          {isUnsaved ? m.profile_unsaved() : ''}
        </span>
      </div>
    </form>
  )
}
