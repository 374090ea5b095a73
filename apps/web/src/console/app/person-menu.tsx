import { IconDoorExit, IconHome, IconKeyboard, IconSquare, IconSquareCheck } from '@tabler/icons-react'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import { useSingleKeys } from '../ui/keys.ts'
import { Menu } from '../ui/menu.tsx'
import { roleName } from '../ui/role-name.ts'
import { leave } from './sign-out.ts'
import { usePerson } from './use-session.ts'

/** Who is signed in, their own account, and the way out. */
export function PersonMenu({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const [areKeysOn, setKeysOn] = useSingleKeys()
  const person = usePerson()
  if (!person?.role) return null
  const name = person.full_name || person.email
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <IconButton label={m.console_person_menu({ name })} size="lg">
          <Avatar name={name} size={30} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name} · {roleName(person.role)}
        </Menu.Label>
        <Menu.Item component="a" href={paths.home} leftSection={<IconHome size={18} aria-hidden />}>
          {m.console_open_portal()}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} aria-hidden />} onClick={onShowShortcuts}>
          {m.keys_title()}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={areKeysOn}
          closeMenuOnClick={false}
          leftSection={
            areKeysOn ? <IconSquareCheck size={18} aria-hidden /> : <IconSquare size={18} aria-hidden />
          }
          onClick={() => setKeysOn(!areKeysOn)}
        >
          {m.keys_single()}
        </Menu.Item>
        <Menu.Item leftSection={<IconDoorExit size={18} aria-hidden />} onClick={leave}>
          {m.console_sign_out()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
