import { IconColumns3 } from '@tabler/icons-react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Popover } from '../../ui/menu.tsx'
import { columnFacts, columnNames } from './columns.tsx'
import type { useColumns } from './use-columns.ts'

/** Which columns are shown; this device remembers. */
export function ColumnMenu({ shown, toggle, reset }: ReturnType<typeof useColumns>) {
  return (
    <Popover trapFocus returnFocus position="bottom-end" shadow="md" width={220}>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {m.customers_columns()}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={m.customers_columns()}>
        <Stack gap="xs">
          {columnNames.map((name) => (
            <Checkbox
              key={name}
              label={columnFacts[name].label()}
              checked={shown.includes(name)}
              disabled={name === 'name'}
              onChange={() => toggle(name)}
            />
          ))}
          <Button variant="subtle" size="xs" onClick={reset}>
            {m.customers_columns_reset()}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
