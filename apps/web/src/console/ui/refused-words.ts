import type { Refusal } from '@crm/client'
import { wholeText, wordsOf } from '../../lib/refusal-words.ts'
import { m } from '../../messages/messages.js'

/** What only staff is told; the rest is said alike in the portal. */
const ofSentences: Record<string, () => string> = {
  'This account is deactivated. Activate it first.': m.refused_deactivated,
  'This address is verified already.': m.refused_verified,
  'This was undone already.': m.refused_undone,
  'This is more than 30 days ago. Change the customers one by one.': m.refused_undo_late,
  'Somebody registered with one of these addresses at this very moment. Please try again.':
    m.refused_address_taken_now,
  'Change your own email in your profile: that asks for the password.': m.refused_own_email,
  'This is your own account: you would lock yourself out. Delete it on your security page if you want to leave.':
    m.refused_own_account,
  'Only who wrote a note, a manager or an owner may change it.': m.refused_others_note,
  'The second step is on already. Turn it off first to use another app.': m.refused_second_factor_on,
  'No second step is on.': m.refused_no_second_factor,
  'The second step is not on.': m.refused_no_second_factor,
  'Somebody has registered with this address since.': m.refused_address_taken,
  'Turn your own second step off in your account: that asks for the password and a code.':
    m.refused_own_second_factor,
}

const ofCodes: Record<string, () => string> = {
  permission_denied: m.refused_permission,
  not_found: m.refused_gone,
}

const meaningOf = ({ code, message }: Refusal) => ofSentences[message] ?? ofCodes[code]

/** Why something was refused, field by field where fields are named, in the reader's language. */
export const refusedWords = (refusal: Refusal): string => meaningOf(refusal)?.() ?? wholeText(refusal)

/** What a form says about a refusal: beside its fields, and above its button. */
export function formWords(refusal: Refusal): ReturnType<typeof wordsOf> {
  const words = wordsOf(refusal)
  return { ...words, problem: meaningOf(refusal)?.() ?? words.problem }
}
