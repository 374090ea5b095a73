import { type ReactNode, useId } from 'react'
import './controls.css'

type SwitchProps = {
  label: string
  /** What switching it on brings, in a sentence. */
  children: ReactNode
  isOn: boolean
  onSwitch: (isOn: boolean) => void
}

/** On or off, at once. The whole line can be pressed. */
export function Switch({ label, children, isOn, onSwitch }: SwitchProps) {
  const id = useId()
  return (
    <label className="switch">
      <span>
        <strong id={`${id}-label`}>{label}</strong>
        <span id={`${id}-hint`} className="quiet">
          {children}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onSwitch(event.target.checked)}
      />
    </label>
  )
}
