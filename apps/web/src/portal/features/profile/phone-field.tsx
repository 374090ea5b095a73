import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Field } from '../../ui/field.tsx'
import { spellAsTyped } from '../../ui/spell-as-typed.ts'
import { isWholePhoneNumber, spellPhoneNumber } from './phone-number.ts'

type PhoneFieldProps = { defaultValue: string; errors: readonly string[] | undefined }

/** A phone number in any spelling, written readably as it is typed; what lacks digits is told when the field is left. */
export function PhoneField({ defaultValue, errors = [] }: PhoneFieldProps) {
  const [isShort, setShort] = useState(false)
  return (
    <Field
      name="phone_number"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      maxLength={40}
      label={m.profile_phone()}
      hint={m.profile_phone_hint()}
      defaultValue={spellPhoneNumber(defaultValue)}
      errors={isShort ? [m.profile_phone_short()] : errors}
      onInput={(event) => {
        setShort(false)
        spellAsTyped(event, spellPhoneNumber)
      }}
      onBlur={({ target }) => setShort(target.value.trim() !== '' && !isWholePhoneNumber(target.value))}
    />
  )
}
