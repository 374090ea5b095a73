import type { ComponentProps } from 'react'
import './controls.css'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

/** Some lines to type in. */
export function Textarea({ label, errors, hint, ...textarea }: ComponentProps<'textarea'> & FrameProps) {
  return (
    <FieldFrame label={label} errors={errors} hint={hint}>
      {(tied) => <textarea rows={2} {...textarea} {...tied} />}
    </FieldFrame>
  )
}
