import { createSpotlight, useSpotlight } from '@mantine/spotlight'

export { Spotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()

/** The id of the action that is chosen now, for who can't see it: the kit marks it only by its looks. */
export function useSelectedAction(): string | undefined {
  const { opened, selected } = useSpotlight(paletteStore)
  return opened && selected >= 0 ? `palette-${selected}` : undefined
}
