import { useKeys } from '../../ui/keys.ts'
import type { Selection } from './use-selection.ts'

/** Moves through the list by the keyboard: the name of a customer has the focus, so that Enter opens it. */
export function useListKeys(selection: Selection | undefined): void {
  const chooseFocused = () => {
    const id = focusedLink()?.dataset.customer
    if (id) selection?.toggle(id)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: chooseFocused,
    X: () => {
      const id = focusedLink()?.dataset.customer
      if (id) selection?.toggle(id, true)
    },
    Escape: () => selection?.clear(),
  })
}

const links = () => [...document.querySelectorAll<HTMLElement>('[data-customer]')]
const focusedLink = () =>
  document.activeElement?.closest('tr, li')?.querySelector<HTMLElement>('[data-customer]') ?? undefined

function move(by: 1 | -1): void {
  const all = links()
  const now = focusedLink()
  const next = now ? all[all.indexOf(now) + by] : all.at(by === 1 ? 0 : -1)
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
