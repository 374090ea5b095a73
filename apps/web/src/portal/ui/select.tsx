import type { SelectHTMLAttributes } from 'react'
import './controls.css'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

export type Choice = { value: string; label: string; lang?: string }

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & FrameProps & { choices: readonly Choice[] }

/** A form that is reset shows this choice again: the platform asks the option itself. */
const resetsTo = (defaultSelected: boolean) => ({ defaultSelected })

/** One of several, with the list that the device itself knows best. */
export function Select({ label, errors, hint, choices, ...select }: SelectProps) {
  return (
    <FieldFrame label={label} errors={errors} hint={hint}>
      {(tied) => (
        <select {...select} {...tied}>
          {choices.map((choice) => (
            <option
              key={choice.value}
              value={choice.value}
              lang={choice.lang}
              {...resetsTo(choice.value === select.defaultValue)}
            >
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
