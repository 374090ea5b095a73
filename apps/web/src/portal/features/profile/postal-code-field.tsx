import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Field } from '../../ui/field.tsx'
import { spellAsTyped } from '../../ui/spell-as-typed.ts'
import { isWholePostalCode, spellPostalCode } from './postal-code.ts'

type PostalCodeFieldProps = {
  isCanadian: boolean
  defaultValue: string
  errors: readonly string[] | undefined
}

/** A Canadian code is written the usual way as it is typed, and what it lacks is told when the field is left. */
export function PostalCodeField({ isCanadian, defaultValue, errors }: PostalCodeFieldProps) {
  const [isShort, setShort] = useState(false)
  return (
    <Field
      name="postal_code"
      autoComplete="postal-code"
      autoCapitalize="characters"
      maxLength={20}
      label={m.profile_postal_code()}
      defaultValue={defaultValue}
      errors={isShort && isCanadian ? [m.profile_postal_code_short()] : errors}
      onInput={(event) => {
        setShort(false)
        if (isCanadian) spellAsTyped(event, spellPostalCode)
      }}
      onBlur={({ target }) => setShort(target.value.trim() !== '' && !isWholePostalCode(target.value))}
    />
  )
}
