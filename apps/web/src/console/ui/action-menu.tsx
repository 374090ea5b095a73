import { IconChevronDown } from '@tabler/icons-react'
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
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button variant="default" loading={isBusy} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <ActionItem key={item.label} {...item} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** One that can't be used is still reached and read: why not is what matters then. */
function ActionItem({ label, run, reason, isDangerous = false }: MenuAction) {
  const isOff = reason !== undefined
  return (
    <Menu.Item
      aria-disabled={isOff}
      data-off={isOff || undefined}
      closeMenuOnClick={!isOff}
      onClick={isOff ? undefined : run}
      {...(isDangerous && !isOff ? { c: 'var(--oil)' } : {})}
    >
      {label}
      {isOff && <small>{reason}</small>}
    </Menu.Item>
  )
}
