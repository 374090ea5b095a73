import { m } from '../../messages/messages.js'
import { Modal } from '../ui/dialog.tsx'
import { Switch } from '../ui/inputs.tsx'
import { modifier, useSingleKeys } from '../ui/keys.ts'
import { Kbd } from '../ui/text.tsx'

const keys: readonly { names: readonly string[]; does: () => string }[] = [
  { names: [`${modifier} K`, '/'], does: m.palette_open },
  { names: ['G C'], does: m.keys_customers },
  { names: ['C'], does: m.customers_add },
  { names: ['J', 'K'], does: m.keys_move },
  { names: ['↵'], does: m.keys_open },
  { names: ['X', '⇧ X'], does: m.keys_select },
  { names: ['Esc'], does: m.customers_select_none },
  { names: ['?'], does: m.keys_title },
]

/** All keys that do something, and the switch that rests the single ones. */
export function ShortcutsHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [areOn, setOn] = useSingleKeys()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={m.keys_title()}
      centered
      closeButtonProps={{ 'aria-label': m.console_close() }}
    >
      <dl className="keys">
        {keys.map(({ names, does }) => (
          <div key={names[0]}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{does()}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="lg"
        label={m.keys_single()}
        description={m.keys_single_hint()}
        checked={areOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Modal>
  )
}
