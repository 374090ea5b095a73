import './customer-neighbors.css'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../messages/messages.js'
import { IconButton } from '../ui/button.tsx'
import { useKeys } from '../ui/keys.ts'
import { type Neighbor, useNeighbors } from './use-neighbors.ts'

/** From one customer of a list to the next, without going back to the list. */
export function CustomerNeighbors({ id, list }: { id: string; list: string }) {
  const neighbors = useNeighbors(id, list)
  const navigate = useNavigate()
  const go = (to: Neighbor | undefined) => {
    if (!to) return
    void navigate({
      to: '/customers/$id',
      params: { id: to.id },
      search: ({ tab }) => ({ ...(tab && { tab }), list: to.list }),
    })
  }
  useKeys({ j: () => go(neighbors?.next), k: () => go(neighbors?.previous) })
  if (!neighbors) return null
  const { place, count, previous, next } = neighbors
  return (
    <nav className="neighbors" aria-label={m.customer_neighbors()}>
      <span className="quiet">
        {m.customer_place({ place: formatNumber(place), count: formatNumber(count) })}
      </span>
      <IconButton
        variant="default"
        label={m.customer_previous()}
        aria-keyshortcuts="K"
        disabled={!previous}
        onClick={() => go(previous)}
      >
        <IconChevronLeft size={20} aria-hidden />
      </IconButton>
      <IconButton
        variant="default"
        label={m.customer_next()}
        aria-keyshortcuts="J"
        disabled={!next}
        onClick={() => go(next)}
      >
        <IconChevronRight size={20} aria-hidden />
      </IconButton>
    </nav>
  )
}
