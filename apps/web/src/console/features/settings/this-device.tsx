import { language, speak } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'
import { Radio, Switch } from '../../ui/inputs.tsx'
import { useSingleKeys } from '../../ui/keys.ts'
import { Group, Stack } from '../../ui/layout.tsx'
import { ThemeChoice } from '../../ui/theme-choice.tsx'

/** How the pages look and speak here; each is kept on this device at once. */
export function ThisDevice() {
  const [areKeysOn, setKeysOn] = useSingleKeys()
  return (
    <Stack component="section" aria-labelledby="device-title">
      <div>
        <h2 id="device-title">{m.settings_device()}</h2>
        <p className="quiet">{m.settings_device_text()}</p>
      </div>
      <ThemeChoice />
      <Radio.Group label={m.settings_language()} value={language()} onChange={speak}>
        <Group gap="lg" mt="xs">
          <Radio value="en" label={<span lang="en">English</span>} />
          <Radio value="fr" label={<span lang="fr">Français</span>} />
        </Group>
      </Radio.Group>
      <Switch
        label={m.keys_single()}
        description={m.keys_single_hint()}
        checked={areKeysOn}
        onChange={(event) => setKeysOn(event.currentTarget.checked)}
      />
    </Stack>
  )
}
