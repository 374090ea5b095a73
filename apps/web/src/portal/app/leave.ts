import { paths } from '../../lib/paths.ts'
import { signOut } from '../../lib/session.ts'
import { m } from '../../messages/messages.js'
import { leaveNote } from './note.ts'
import { mayLeave, navigate } from './router.tsx'

/** Ends the session, and says so at the door. What is not saved yet is asked about before. */
export async function leave(end: () => Promise<void> = signOut, text = m.signed_out()): Promise<void> {
  if (!mayLeave()) return
  await end()
  leaveNote(paths.signIn, text)
  navigate(paths.signIn, { replace: true, isAsked: true })
}
