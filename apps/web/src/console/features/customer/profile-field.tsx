import { languages } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { type CustomerField, fieldName } from '../../ui/field-name.ts'
import { Select, Switch, Textarea, TextInput } from '../../ui/inputs.tsx'
import type { Form } from '../../ui/use-form.ts'
import { languageNames } from './language-name.ts'
import type { ProfileValues } from './profile-values.ts'
import type { Reason } from './who-may-change.ts'

type ProfileFieldProps = {
  field: CustomerField
  form: Form<ProfileValues>['form']
  /** Why it can't be changed; then it is only read. */
  reason?: Reason
}

const long: readonly CustomerField[] = ['dietary_preferences', 'favorite_products']
const types: Partial<Record<CustomerField, string>> = {
  email: 'email',
  phone_number: 'tel',
  date_of_birth: 'date',
}
const hints: Partial<Record<CustomerField, () => string>> = {
  last_name: m.customer_hint_last_name,
  email: m.customer_hint_email,
  phone_number: m.customer_hint_phone,
}

/** One field of the profile in the shape that fits what it holds. */
export function ProfileField({ field, form, reason }: ProfileFieldProps) {
  const label = fieldName(field)
  if (field.endsWith('_notifications'))
    return <Switch label={label} {...form.getInputProps(field, { type: 'checkbox' })} />
  if (field === 'preferred_language')
    return (
      <Select
        label={label}
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: languageNames[value]() }))}
        {...form.getInputProps(field)}
      />
    )
  if (long.includes(field))
    return <Textarea label={label} autosize minRows={2} maxRows={8} {...form.getInputProps(field)} />
  return (
    <TextInput
      label={label}
      description={reason ?? hints[field]?.()}
      type={types[field] ?? 'text'}
      readOnly={reason !== undefined}
      withAsterisk={field === 'first_name' || field === 'email'}
      autoComplete="off"
      {...form.getInputProps(field)}
    />
  )
}
