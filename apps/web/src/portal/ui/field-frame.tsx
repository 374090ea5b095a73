import { type ReactNode, useId } from 'react'

export type FrameProps = { label: string; errors?: readonly string[] | undefined; hint?: ReactNode }

type Tied = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string }

/** Label, hint and faults around something to fill in, tied to it. */
export function FieldFrame({
  label,
  errors = [],
  hint,
  children,
}: FrameProps & { children: (tied: Tied) => ReactNode }) {
  const id = useId()
  const isWrong = errors.length > 0
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        {children({
          id,
          'aria-invalid': isWrong || undefined,
          'aria-describedby': `${id}-hint ${id}-errors`,
        })}
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
