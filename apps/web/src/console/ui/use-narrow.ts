import { useMediaQuery } from '@mantine/hooks'

/** Whether the page is shown on a phone: rows become cards there. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 44rem)', undefined, { getInitialValueInEffect: false }) ?? false
