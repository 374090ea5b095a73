import type { Profile } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import type { FieldErrors } from '../../ui/use-form.ts'
import { PostalCodeField } from './postal-code-field.tsx'
import { isCanada, provinceChoices, provinceName } from './provinces.ts'

/** Where somebody lives: in Canada with its provinces and codes, elsewhere as it is written there. */
export function AddressFields({ profile, errors }: { profile: Profile; errors: FieldErrors }) {
  const [typed, setTyped] = useState<string>()
  const country = typed ?? profile.country
  const kept = isCanada(country) ? provinceName(profile.province_state) : profile.province_state
  const province = {
    name: 'province_state',
    autoComplete: 'address-level1',
    label: isCanada(country) ? m.profile_province() : m.profile_region(),
    defaultValue: kept,
    errors: errors.province_state,
  }
  return (
    <>
      <h2>{m.profile_address()}</h2>
      <Field
        name="street_address"
        autoComplete="street-address"
        maxLength={255}
        label={m.profile_street()}
        defaultValue={profile.street_address}
        errors={errors.street_address}
      />
      <div className="form-row">
        <Field
          name="city"
          autoComplete="address-level2"
          maxLength={100}
          label={m.profile_city()}
          defaultValue={profile.city}
          errors={errors.city}
        />
        {isCanada(country) ? (
          <Select key={kept} {...province} choices={provinceChoices(kept, m.profile_province_none())} />
        ) : (
          <Field {...province} maxLength={100} />
        )}
      </div>
      <div className="form-row">
        <PostalCodeField
          isCanadian={isCanada(country)}
          defaultValue={profile.postal_code}
          errors={errors.postal_code}
        />
        <Field
          name="country"
          autoComplete="country-name"
          maxLength={100}
          label={m.profile_country()}
          defaultValue={profile.country}
          errors={errors.country}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
    </>
  )
}
