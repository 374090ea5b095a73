import { m } from '../../../messages/messages.js'
import { Switch } from '../../ui/inputs.tsx'
import { useSingleKeys } from '../../ui/keys.ts'
import { Stack } from '../../ui/layout.tsx'

/** Whether single letters do something on this device. */
export function SingleKeys() {
  const [areOn, setOn] = useSingleKeys()
  return (
    <Stack component="section" gap="sm" aria-labelledby="keys-title">
      <h2 id="keys-title">{m.keys_title()}</h2>
      <Switch
        label={m.keys_single()}
        description={m.keys_single_hint()}
        checked={areOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Stack>
  )
}
