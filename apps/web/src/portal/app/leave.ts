import { paths } from '../../lib/paths.ts'
import { signOut } from '../../lib/session.ts'
import { m } from '../../messages/messages.js'
import { leaveNote } from './note.ts'
import { mayLeave, navigate } from './router.tsx'

/**
 * Ends the session, and says so at the door: in the words that `end` may return, or in `text`. What is not saved yet is
 * asked about before.
 */
export async function leave(end: () => Promise<unknown> = signOut, text = m.signed_out()): Promise<void> {
  if (!mayLeave()) return
  const said = await end()
  leaveNote(paths.signIn, typeof said === 'string' ? said : text)
  navigate(paths.signIn, { replace: true, isAsked: true })
}
