import { type ComponentProps, useState } from 'react'
import { m } from '../../messages/messages.js'
import { Field } from './field.tsx'
import { EyeIcon } from './icons.tsx'

/** A password, hidden until its owner wants to see it. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'end'>) {
  const [isShown, setShown] = useState(false)
  const toggle = (
    <button
      type="button"
      className="button button-quiet reveal"
      aria-pressed={isShown}
      aria-label={m.show_password()}
      onClick={() => setShown(!isShown)}
    >
      <EyeIcon />
    </button>
  )
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      end={toggle}
      spellCheck={false}
      autoCapitalize="none"
    />
  )
}
