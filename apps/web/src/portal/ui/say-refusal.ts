import { Refusal } from '@crm/client'
import { m } from '../../messages/messages.js'
import { toast } from './toast.tsx'

/** The whole of a refusal in a sentence or some, where no field can show its part. */
export async function wholeText(refusal: Refusal): Promise<string> {
  if (refusal.status === 0) return m.problem_offline()
  const { wordsOf } = await import('../../lib/refusal-words.ts')
  const { fields, problem } = wordsOf(refusal)
  return [...Object.values(fields).flat(), problem].join(' ').trim()
}

/** Does what a button asks for, and says in a toast why it was refused. */
export async function sayRefusal(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    toast(await wholeText(refusal))
  }
}
