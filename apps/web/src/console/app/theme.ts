import {
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  type MantineColorSchemeManager,
  type VariantColorsResolver,
} from '@mantine/core'
import { colourBar } from '../../lib/theme.ts'

/** What is written on a filled ground: the kit decides by the light shade alone, which is too pale on dark. */
const onGround: Record<string, string> = { leaf: 'var(--on-leaf)', 'var(--oil)': 'var(--paper)' }

const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const ground = onGround[input.color ?? input.theme.primaryColor]
  return input.variant === 'filled' && ground ? { ...colors, color: ground } : colors
}

/** The head of a dialog is not the banner of the page. */
const dialog = { defaultProps: { attributes: { header: { role: 'presentation' } } } }

/** A menu belongs to the part of the page that it opens from, and its first item takes the focus. */
const menu = { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }

/** The kit in the store's colours. Shade 6 on light and 3 on dark are `--leaf`; greys are warm as paper. */
export const theme = createTheme({
  black: '#1c1917',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '700' },
  primaryColor: 'leaf',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  variantColorResolver,
  defaultRadius: 'md',
  radius: { md: '10px', lg: '18px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: { Modal: dialog, Drawer: dialog, Menu: menu },
  colors: {
    leaf: [
      '#e6f2ea',
      '#cfe6d7',
      '#a5d3b6',
      '#6fca8f',
      '#4fb375',
      '#3d9a5f',
      '#2c7a49',
      '#276d41',
      '#1f5c36',
      '#164427',
    ],
    gray: [
      '#fbf8f1',
      '#f6f1e7',
      '#ebe5d8',
      '#d9d2c5',
      '#c4bcae',
      '#8a8178',
      '#6b645c',
      '#57534e',
      '#3c3833',
      '#1c1917',
    ],
    dark: [
      '#fbf7ef',
      '#cfc7bb',
      '#b0b5bb',
      '#9a9085',
      '#453e37',
      '#2e2924',
      '#24201c',
      '#1a1714',
      '#14110f',
      '#0d0b0a',
    ],
  },
})

const stored = localStorageColorSchemeManager({ key: 'theme' })

/** Our own styles follow the choice; without one both follow the system. */
function follow(choice: 'light' | 'dark' | 'auto'): void {
  if (choice === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  colourBar(choice === 'auto' ? 'system' : choice)
}

/** Remembers light or dark on this device. */
export const themeChoice: MantineColorSchemeManager = {
  ...stored,
  get(fallback) {
    const choice = stored.get(fallback)
    follow(choice)
    return choice
  },
  set(choice) {
    stored.set(choice)
    follow(choice)
  },
}
