import { useMantineColorScheme } from '@mantine/core'
import { m } from '../../messages/messages.js'
import { Radio } from './inputs.tsx'
import { Group } from './layout.tsx'

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Radio.Group
      label={m.settings_appearance()}
      value={colorScheme}
      onChange={(chosen) => setColorScheme(chosen as typeof colorScheme)}
    >
      <Group gap="lg" mt="xs">
        <Radio value="auto" label={m.settings_appearance_auto()} />
        <Radio value="light" label={m.settings_appearance_light()} />
        <Radio value="dark" label={m.settings_appearance_dark()} />
      </Group>
    </Radio.Group>
  )
}
