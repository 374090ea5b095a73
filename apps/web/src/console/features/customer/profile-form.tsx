import type { CustomerDetail, Person } from '@crm/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Group } from '../../ui/layout.tsx'
import { Alert } from '../../ui/text.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changeCustomer, customerQuery } from './customer.api.ts'
import { ProfileField } from './profile-field.tsx'
import { profileGroups } from './profile-groups.ts'
import { changesOf, type ProfileValues, profileValues } from './profile-values.ts'
import { whyNotEmail } from './who-may-change.ts'

type ProfileFormProps = { customer: CustomerDetail; reader: Person; onDone: () => void }

/** The profile to be corrected: sends what was changed, shows what is wrong beside its field, and minds what is unsaved. */
export function ProfileForm({ customer, reader, onDone }: ProfileFormProps) {
  const { form, submit, isBusy, problem, isChanged } = useProfileForm(customer, onDone)
  const [isLeaving, setLeaving] = useState(false)
  const readOnly = { email: whyNotEmail(reader, customer) }

  return (
    <form onSubmit={submit} noValidate className="profile">
      {profileGroups.map(({ title, fields }) => (
        <fieldset key={title()} className="profile-group">
          <legend>{title()}</legend>
          <div className="profile-fields">
            {fields.map((field) => (
              <ProfileField
                key={field}
                field={field}
                form={form}
                reason={field === 'email' ? readOnly.email : undefined}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="profile-save">
        {problem && <Alert color="var(--oil)" role="alert" title={problem} />}
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {m.console_save()}
          </Button>
          <Button variant="default" onClick={() => (isChanged ? setLeaving(true) : onDone())}>
            {m.console_cancel()}
          </Button>
        </Group>
      </div>
      <UnsavedGuard isDirty={isChanged} />
      <Confirm
        isOpen={isLeaving}
        title={m.console_unsaved_title()}
        text={m.console_unsaved_text()}
        action={m.console_unsaved_leave()}
        onConfirm={onDone}
        onClose={() => setLeaving(false)}
      />
    </form>
  )
}

function useProfileForm(customer: CustomerDetail, onDone: () => void) {
  const queryClient = useQueryClient()
  const [before] = useState(() => profileValues(customer))

  async function send(after: ProfileValues) {
    const changes = changesOf(before, after)
    if (Object.keys(changes).length > 0) {
      const saved = await changeCustomer(customer.id, changes)
      queryClient.setQueryData(customerQuery(customer.id).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      toast.done(m.customer_saved())
    }
    onDone()
  }

  const { form, submit, isBusy, problem, refusal } = useForm({ initialValues: before, send })
  const isTaken = refusal?.code === 'email_taken'
  return {
    form,
    submit,
    isBusy,
    problem: isTaken ? m.customer_email_taken() : refusal && (problem || m.customer_not_saved()),
    isChanged: Object.keys(changesOf(before, form.values)).length > 0,
  }
}
