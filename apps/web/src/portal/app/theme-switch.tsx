import { theme, themes, wear } from '../../lib/theme.ts'
import { m } from '../../messages/messages.js'
import { useStateOf } from './use-state-of.ts'

const names = { light: m.theme_light, dark: m.theme_dark, system: m.theme_system }

export function ThemeSwitch() {
  const worn = useStateOf(theme)
  return (
    <fieldset className="segments" aria-label={m.theme_label()}>
      {themes.map((one) => (
        <button key={one} type="button" aria-pressed={worn === one} onClick={() => wear(one)}>
          {names[one]()}
        </button>
      ))}
    </fieldset>
  )
}
