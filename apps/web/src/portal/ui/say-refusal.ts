import { Refusal } from '@crm/client'
import { refusalText } from '../../lib/refusal-text.ts'
import { toast } from './toast.tsx'

/** The whole of a refusal in one sentence or some, where no field can show its part. */
export const wholeText = (refusal: Refusal): string =>
  Object.values(refusal.fields).flat().join(' ') || refusalText(refusal)

/** Does what a button asks for, and says in a toast why it was refused. */
export async function sayRefusal(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    toast(wholeText(refusal))
  }
}
