import { language } from '../../../lib/language.ts'
import {
  currencyChoices,
  languageChoices,
  ownTimeZone,
  type StoreChoice,
  timeZoneChoices,
} from '../../../lib/store-choices.ts'
import { m } from '../../../messages/messages.js'
import { Field } from '../../ui/field.tsx'
import { FieldFrame } from '../../ui/field-frame.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import type { FieldErrors } from '../../ui/use-form.ts'

export type StepProps = { errors: FieldErrors; typed: Record<string, string> }

/** Who the owner is. */
export const YouStep = ({ errors, typed }: StepProps) => (
  <>
    <div className="form-row">
      <Field
        name="first_name"
        autoComplete="given-name"
        label={m.first_name()}
        errors={errors.first_name}
        required
      />
      <Field
        name="last_name"
        autoComplete="family-name"
        label={m.last_name()}
        hint={m.last_name_hint()}
        errors={errors.last_name}
      />
    </div>
    <Field
      name="email"
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      label={m.email()}
      errors={errors.email}
      required
    />
    <NewPasswordField name="password" label={m.password()} errors={errors.password} owner={typed} />
  </>
)

/** What the store is called, and how it speaks, counts and tells the time. */
export const StoreStep = ({ errors }: StepProps) => (
  <>
    <Field
      name="store_name"
      autoComplete="organization"
      label={m.store_name()}
      hint={m.store_name_hint()}
      errors={errors.store_name}
      required
    />
    <div className="form-row">
      <Choice
        name="language"
        label={m.store_language()}
        value={language()}
        options={languageChoices()}
        errors={errors}
      />
      <Choice
        name="currency"
        label={m.store_currency()}
        value="CAD"
        options={currencyChoices()}
        errors={errors}
      />
    </div>
    <Choice
      name="time_zone"
      label={m.store_time_zone()}
      value={ownTimeZone()}
      options={timeZoneChoices()}
      errors={errors}
    />
  </>
)

/** With made-up people to look around, or with nobody yet. */
export const StartStep = ({ errors }: StepProps) => (
  <fieldset className="cards plain" aria-describedby="demo-errors">
    <legend>{m.setup_start_question()}</legend>
    <Card value="yes" title={m.demo_yes()} text={m.demo_yes_text()} />
    <Card value="no" title={m.demo_no()} text={m.demo_no_text()} />
    <p id="demo-errors" className="field-errors">
      {errors.demo?.join(' ')}
    </p>
  </fieldset>
)

const Card = ({ value, title, text }: { value: string; title: string; text: string }) => (
  <label className="choice-card">
    <input type="radio" name="demo" value={value} defaultChecked={value === 'no'} />
    <span>
      <strong>{title}</strong>
      <span className="quiet">{text}</span>
    </span>
  </label>
)

type ChoiceProps = {
  errors: FieldErrors
  name: string
  label: string
  value: string
  options: StoreChoice[]
}

const Choice = ({ name, label, value, options, errors }: ChoiceProps) => (
  <FieldFrame label={label} errors={errors[name]}>
    {(tied) => (
      <select name={name} defaultValue={value} {...tied}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </FieldFrame>
)
