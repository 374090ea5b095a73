import { createSpotlight, useSpotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'

export { Spotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

/** Chooses the first action: what was first may have moved when others came. The kit does so only for what is typed. */
export function chooseFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}

/** What the search field speaks of, for who can't see it: the kit marks the chosen action only by its looks. */
export function useSpotlightIds(): { list: string; action: string | undefined } {
  const { opened, listId } = useSpotlight(paletteStore)
  const [action, setAction] = useState<string>()
  useEffect(() => {
    const list = document.getElementById(listId)
    if (!opened || !list) return
    const watch = new MutationObserver(() => setAction(idOfChosen(list)))
    watch.observe(list, { subtree: true, childList: true, attributeFilter: ['data-selected'] })
    return () => watch.disconnect()
  }, [opened, listId])
  return { list: listId, action }
}

/** The kit keeps the ids of its actions to itself, so each is given one when it is first chosen. */
function idOfChosen(list: Element): string | undefined {
  const chosen = list.querySelector('[data-selected]')
  if (chosen && !chosen.id) chosen.id = `action-${crypto.randomUUID()}`
  return chosen?.id
}
