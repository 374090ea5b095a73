import { useDebouncedValue } from '@mantine/hooks'

/** The value once it has been still for a while: nobody is asked for each letter. */
export function useLater<Value>(value: Value, waitMs: number): Value {
  const [later] = useDebouncedValue(value, waitMs)
  return later
}
