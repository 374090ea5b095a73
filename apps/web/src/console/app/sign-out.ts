import { Refusal } from '@crm/client'
import { signOut } from '../../lib/session.ts'
import { refusedWords } from '../ui/refused-words.ts'
import { toast } from '../ui/toast.tsx'

/** Ends the session on this device, or says why it goes on. */
export async function leave(): Promise<void> {
  try {
    await signOut()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    toast.problem(refusedWords(refusal))
  }
}
