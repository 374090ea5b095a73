import './filter-bar.css'
import { IconAdjustmentsHorizontal, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Popover } from '../../ui/menu.tsx'
import { FilterChoices } from './filter-choices.tsx'
import type { Filter } from './filters.ts'

/** On wide screens each filter is a button that opens its choices. */
export function FilterBar({ filters }: { filters: readonly Filter[] }) {
  return (
    <fieldset className="filter-bar">
      <legend className="hidden">{m.customers_filters()}</legend>
      {filters.map((filter) => (
        <Popover key={filter.name} trapFocus returnFocus position="bottom-start" width={270} shadow="md">
          <Popover.Target>
            <Button
              variant="default"
              size="xs"
              data-on={filter.value !== '' || undefined}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {filter.label}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={filter.label}>
            <FilterChoices filter={filter} />
          </Popover.Dropdown>
        </Popover>
      ))}
    </fieldset>
  )
}

/** On phones all filters are in one drawer. */
export function FilterDrawer({ filters, count }: { filters: readonly Filter[]; count: string }) {
  const [isOpen, setOpen] = useState(false)
  const chosen = filters.filter(({ value }) => value !== '').length
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {chosen > 0 ? m.customers_filters_chosen({ count: chosen }) : m.customers_filters()}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={m.customers_filters()}
        position="bottom"
        size="85%"
        closeButtonProps={{ 'aria-label': m.console_close() }}
      >
        <Stack gap="lg">
          {filters.map((filter) => (
            <div key={filter.name}>
              <h2 className="filter-title">{filter.label}</h2>
              <FilterChoices filter={filter} />
            </div>
          ))}
        </Stack>
        <div className="drawer-foot">
          <Button fullWidth size="md" onClick={() => setOpen(false)}>
            {m.customers_show({ count })}
          </Button>
        </div>
      </Drawer>
    </>
  )
}
