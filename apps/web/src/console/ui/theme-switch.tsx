import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { m } from '../../messages/messages.js'
import { IconButton } from './button.tsx'

/** Light or dark: as the system has it until this is pressed. */
export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark'
  const Icon = isDark ? IconSun : IconMoon
  return (
    <IconButton
      label={isDark ? m.console_theme_light() : m.console_theme_dark()}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <Icon size={20} stroke={1.8} aria-hidden />
    </IconButton>
  )
}
