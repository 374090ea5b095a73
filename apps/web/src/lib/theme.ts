import { createState } from './state.ts'

/** Light, dark, or as the device has it; a choice is remembered on this device. */
export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const key = 'theme'
const isTheme = (word: string | null): word is Theme => themes.some((theme) => theme === word)
const remembered = localStorage.getItem(key)

export const theme = createState<Theme>(isTheme(remembered) ? remembered : 'system')

export function wear(next: Theme): void {
  if (next === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, next)
  document.documentElement.dataset.theme = next
  theme.set(next)
}
