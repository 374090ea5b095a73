import type { FormEvent, InputEvent } from 'react'

/** Writes what is typed at the end of a field the usual way; who deletes or mends in the middle is left alone. */
export function spellAsTyped(
  event: FormEvent<HTMLInputElement> | InputEvent<HTMLInputElement>,
  spell: (typed: string) => string,
): void {
  const { currentTarget: field, nativeEvent } = event
  const isDeleting = 'inputType' in nativeEvent && String(nativeEvent.inputType).startsWith('delete')
  if (isDeleting || field.selectionEnd !== field.value.length) return
  const spelt = spell(field.value)
  if (spelt !== field.value) field.value = spelt
}
