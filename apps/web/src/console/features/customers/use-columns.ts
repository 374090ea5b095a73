import { useLocalStorage } from '../../ui/hooks.ts'
import { type ColumnName, columnNames, usualColumns } from './columns.tsx'

/** Which columns this device shows; the name is always there. */
export function useColumns(): {
  shown: readonly ColumnName[]
  toggle: (name: ColumnName) => void
  reset: () => void
} {
  const [chosen, choose, reset] = useLocalStorage<readonly string[]>({
    key: 'customers-columns',
    defaultValue: usualColumns,
    getInitialValueInEffect: false,
  })
  const isShown = (name: ColumnName) => name === 'name' || chosen.includes(name)
  const shown = columnNames.filter(isShown)
  const toggle = (name: ColumnName) =>
    choose(isShown(name) ? shown.filter((other) => other !== name) : [...shown, name])
  return { shown, toggle, reset }
}
