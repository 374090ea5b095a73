import { Refusal } from '@crm/client'
import type { Profile } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { OwnProofForm, useOwnProof } from '../../ui/own-proof.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { saveProfile } from './profile.api.ts'

/** A new address: it asks for proof that the account is one's own, and counts once its owner followed the mailed link. */
export function EmailForm({ profile }: { profile: Profile }) {
  const [mailedTo, setMailedTo] = useState('')
  const proof = useOwnProof()
  const form = useForm(async ({ email = '', password = '', otp }, element) => {
    const wanted = email.trim()
    setMailedTo('')
    if (wanted === profile.email) throw alreadyYours()
    await proof.prove(() => saveProfile({ email: wanted, password, otp }))
    setMailedTo(wanted)
    element.reset()
  })
  return (
    <OwnProofForm proof={proof} label={m.profile_email_password()} errors={form.errors}>
      {(fields) => (
        <form className="form" onSubmit={form.submit} noValidate>
          <p className="quiet">{m.profile_email_text()}</p>
          <Field
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            label={m.profile_email_new()}
            errors={form.errors.email}
            required
          />
          {fields}
          <Problem text={form.problem} />
          <p className="notice notice-good" role="status">
            {mailedTo ? m.profile_email_mailed({ email: mailedTo }) : ''}
          </p>
          <div>
            <Button type="submit" isBusy={form.isBusy}>
              {m.profile_email_send()}
            </Button>
          </div>
        </form>
      )}
    </OwnProofForm>
  )
}

const alreadyYours = () =>
  new Refusal({ status: 400, code: 'invalid', fields: { email: [m.profile_email_same()] } })
