import './action-menu.css'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Menu } from './menu.tsx'

export type MenuAction = {
  label: string
  run: () => void
  /** Why it can't be done now; it stays in the menu to say so. */
  reason?: string | undefined
  isDangerous?: boolean
}

/** A button that opens a list of things to do. */
export function ActionMenu({
  label,
  isBusy,
  items,
}: {
  label: string
  isBusy: boolean
  items: readonly MenuAction[]
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu position="bottom-end" width={300} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button variant="default" loading={isBusy} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <ActionItem key={item.label} {...item} isOpen={isOpen} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/**
 * One that can't be used is still reached and read: why not is what matters then. While the menu closes, it is pressed
 * no second time.
 */
function ActionItem({ label, run, reason, isDangerous = false, isOpen }: MenuAction & { isOpen: boolean }) {
  const isOff = reason !== undefined
  return (
    <Menu.Item
      aria-disabled={isOff}
      data-off={isOff || undefined}
      closeMenuOnClick={!isOff}
      onClick={isOff || !isOpen ? undefined : run}
      {...(isDangerous && !isOff ? { c: 'var(--oil)' } : {})}
    >
      {label}
      {isOff && <small>{reason}</small>}
    </Menu.Item>
  )
}
