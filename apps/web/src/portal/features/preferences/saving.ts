import { Refusal } from '@crm/client'
import type { Profile } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { wholeText } from '../../ui/say-refusal.ts'
import { toast } from '../../ui/toast.tsx'
import { type Preferences, savePreferences, showAlready } from './preferences.api.ts'

export type Save = (changes: Partial<Preferences>) => Promise<void>

/** Saves each change at once and offers to take it back; what was refused is as it was before. */
export function savingOf(profile: Profile): Save {
  return async (changes) => {
    const before = Object.fromEntries(
      Object.keys(changes).map((name) => [name, profile[name as keyof Preferences]]),
    ) as Partial<Preferences>
    const undo = () => void write(before, changes, () => toast(m.preferences_undone()))
    await write(changes, before, () => toast(m.preferences_saved(), undo))
  }
}

async function write(
  changes: Partial<Preferences>,
  before: Partial<Preferences>,
  done: () => void,
): Promise<void> {
  showAlready(changes)
  try {
    await savePreferences(changes)
    done()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    showAlready(before)
    toast(await wholeText(refusal))
  }
}
