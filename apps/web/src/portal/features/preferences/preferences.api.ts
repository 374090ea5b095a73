import type { Profile } from '@crm/contract'
import { api, updatePerson } from '../../../lib/session.ts'
import { changeAnswer, keepAnswer, useAnswer } from '../../ui/use-answer.ts'

const address = '/api/customers/profile/'

export type Preferences = Pick<
  Profile,
  | 'dietary_preferences'
  | 'favorite_products'
  | 'email_notifications'
  | 'sms_notifications'
  | 'push_notifications'
  | 'preferred_language'
>

export const usePreferences = () => useAnswer<Profile>(address)

/** What was just pressed shows at once; the answer of the server follows. */
export const showAlready = (changes: Partial<Preferences>): void => changeAnswer(address, changes)

let last: Promise<unknown> = Promise.resolve()
let underWay = 0

/** Writes a preference, one after the other in the order of the presses; throws a `Refusal`. */
export async function savePreferences(changes: Partial<Preferences>): Promise<void> {
  underWay += 1
  const mine = last.then(() => api.ask<Profile>(address, { method: 'PATCH', body: changes }))
  // What was refused is told to whoever pressed; the next one goes all the same.
  last = mine.catch(() => undefined)
  try {
    const saved = await mine
    // An answer to an earlier press does not know the later ones.
    if (underWay === 1) keepAnswer(address, saved)
    updatePerson({ preferred_language: saved.preferred_language })
  } finally {
    underWay -= 1
  }
}
