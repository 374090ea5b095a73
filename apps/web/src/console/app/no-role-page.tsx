import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Button } from '../ui/button.tsx'
import { Door } from '../ui/door.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Text } from '../ui/text.tsx'
import { leave } from './sign-out.ts'

/** For customers who found the console: it is for staff; their own pages are in the portal. */
export function NoRolePage({ name }: { name: string }) {
  return (
    <Door>
      <PageTitle>{m.console_no_role_title({ name })}</PageTitle>
      <Text>{m.console_no_role_text()}</Text>
      <Button component="a" href={paths.home} size="md">
        {m.console_open_portal()}
      </Button>
      <Button variant="default" size="md" onClick={leave}>
        {m.console_sign_out()}
      </Button>
    </Door>
  )
}
