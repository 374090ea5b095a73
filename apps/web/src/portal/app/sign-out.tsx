import { Refusal } from '@crm/client'
import { useState } from 'react'
import { paths } from '../../lib/paths.ts'
import { signOut } from '../../lib/session.ts'
import { m } from '../../messages/messages.js'
import { Button } from '../ui/button.tsx'
import { leaveNote } from './note.ts'
import { navigate } from './router.tsx'

/** Ends the session on this device; without a connection the banner says why nothing happened. */
export function SignOut() {
  const [isBusy, setBusy] = useState(false)
  async function leave() {
    setBusy(true)
    try {
      await signOut()
      leaveNote(paths.signIn, m.signed_out())
      navigate(paths.signIn, { replace: true })
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button look="quiet" isBusy={isBusy} onClick={leave}>
      {m.sign_out()}
    </Button>
  )
}
