import { createState } from './state.ts'

/** Light, dark, or as the device has it; a choice is remembered on this device. */
export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const key = 'theme'
const isTheme = (word: string | null): word is Theme => themes.some((theme) => theme === word)
const remembered = localStorage.getItem(key)

export const theme = createState<Theme>(isTheme(remembered) ? remembered : 'system')

const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
/** As the page came: for light, for dark. */
const [light = '', dark = ''] = bars.map(({ content }) => content)

/** The bar of the browser around the page wears the same: each for its own light, or both alike where one was chosen. */
export function colourBar(next: Theme): void {
  bars.forEach((bar, place) => {
    bar.content = (next === 'system' ? place > 0 : next === 'dark') ? dark : light
  })
}
colourBar(theme.get())

export function wear(next: Theme): void {
  if (next === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, next)
  document.documentElement.dataset.theme = next
  colourBar(next)
  theme.set(next)
}
