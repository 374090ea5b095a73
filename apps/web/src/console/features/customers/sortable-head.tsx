import type { CustomerOrdering } from '@crm/contract'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { useList } from './use-list.ts'

type SortableHeadProps = {
  label: () => string
  ordering?: CustomerOrdering
  isNumber?: boolean
  isNewestFirst?: boolean
}

/** The head of a column; pressed, it sorts by it, and the other way round when pressed again. */
export function SortableHead({ label, ordering, isNumber, isNewestFirst = false }: SortableHeadProps) {
  const { search, change } = useList()
  if (!ordering) return <th scope="col">{label()}</th>
  const now = search.ordering ?? '-date_joined'
  const isSorted = now === ordering || now === `-${ordering}`
  const isDown = now === `-${ordering}`
  const turn = () => {
    const nextIsDown = isSorted ? !isDown : isNewestFirst
    change({ ordering: nextIsDown ? `-${ordering}` : ordering })
  }
  const Icon = isSorted ? (isDown ? IconArrowDown : IconArrowUp) : IconSelector
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
      data-number={isNumber || undefined}
    >
      <button type="button" className="sort" onClick={turn}>
        {label()}
        <Icon size={16} aria-hidden className={isSorted ? undefined : 'sort-idle'} />
      </button>
    </th>
  )
}
