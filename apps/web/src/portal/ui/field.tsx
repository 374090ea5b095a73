import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string
  name: string
  /** What is wrong with it, each in a sentence. */
  errors?: readonly string[] | undefined
  hint?: ReactNode
  /** A button at the end of the field. */
  end?: ReactNode
}

/** A line to type in, with its label, its hint, and what is wrong with it tied to it. */
export function Field({ label, errors = [], hint, end, ...input }: FieldProps) {
  const id = useId()
  const isWrong = errors.length > 0
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        <input
          {...input}
          id={id}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-hint ${id}-errors`}
        />
        {end}
      </div>
      <div id={`${id}-hint`} className="field-hint">
        {hint}
      </div>
      <div id={`${id}-errors`} className="field-errors" role={isWrong ? 'alert' : undefined}>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  )
}
