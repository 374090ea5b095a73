import type { InputHTMLAttributes, ReactNode } from 'react'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

type FieldProps = InputHTMLAttributes<HTMLInputElement> &
  FrameProps & {
    name: string
    /** A button at the end of the field. */
    end?: ReactNode
  }

/** A line to type in, with its label, its hint, and what is wrong with it tied to it. */
export const Field = ({ label, errors, hint, end, ...input }: FieldProps) => (
  <FieldFrame label={label} errors={errors} hint={hint}>
    {(tied) => (
      <>
        <input {...input} {...tied} />
        {end}
      </>
    )}
  </FieldFrame>
)
