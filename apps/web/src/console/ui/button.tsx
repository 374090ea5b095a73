import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'

export { Button, CloseButton } from '@mantine/core'

type IconButtonProps = Omit<ActionIconProps, 'variant'> &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> & {
    /** Said to who can't see the icon, and shown when pointed at. */
    label: string
    variant?: 'subtle' | 'default' | 'filled' | 'light'
  }

/** A button that shows only an icon: it always has a name. */
export function IconButton({ label, variant = 'subtle', size = 'lg', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} openDelay={400} withinPortal>
      <ActionIcon variant={variant} color="gray" c="var(--ink)" size={size} aria-label={label} {...rest} />
    </Tooltip>
  )
}
