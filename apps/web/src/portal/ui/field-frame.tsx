import { type ReactNode, useId, useState } from 'react'

export type FrameProps = { label: string; errors?: readonly string[] | undefined; hint?: ReactNode }

type Tied = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string }

/** Label, hint and faults around something to fill in, tied to it. A fault is told until somebody mends it. */
export function FieldFrame({
  label,
  errors = [],
  hint,
  children,
}: FrameProps & { children: (tied: Tied) => ReactNode }) {
  const id = useId()
  const [mended, setMended] = useState<readonly string[]>()
  const shown = mended === errors ? [] : errors
  const isWrong = shown.length > 0
  return (
    <div className="field" onInput={() => setMended(errors)}>
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
        {shown.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  )
}
