import type { ComponentProps } from 'react'
import { m } from '../../../messages/messages.js'
import { TextInput } from '../../ui/inputs.tsx'

/** Where a code from the app is typed or pasted, or one on paper, which has letters. */
export const CodeInput = (props: ComponentProps<typeof TextInput>) => (
  <TextInput
    label={m.settings_second_factor_code()}
    className="narrow"
    autoComplete="one-time-code"
    autoCapitalize="none"
    spellCheck={false}
    maxLength={30}
    {...props}
  />
)
