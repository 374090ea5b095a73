import { Refusal } from '@crm/client'
import { useState } from 'react'
import { m } from '../../messages/messages.js'
import { Button } from '../ui/button.tsx'
import { leave } from './leave.ts'

/** Ends the session on this device; without a connection the banner says why nothing happened. */
export function SignOut() {
  const [isBusy, setBusy] = useState(false)
  async function press() {
    setBusy(true)
    try {
      await leave()
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button look="quiet" isBusy={isBusy} onClick={press}>
      {m.sign_out()}
    </Button>
  )
}
