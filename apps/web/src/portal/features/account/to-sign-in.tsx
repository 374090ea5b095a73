import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Link } from '../../app/router.tsx'
import { usePerson } from '../../ui/use-person.ts'

/** The way back to the door, for who is not in already. */
export function ToSignIn() {
  if (usePerson()) return null
  return (
    <p className="other-door">
      <Link to={paths.signIn}>{m.back_to_sign_in()}</Link>
    </p>
  )
}
