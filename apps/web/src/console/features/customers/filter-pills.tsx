import './filter-pills.css'
import { IconX } from '@tabler/icons-react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import type { Filter } from './filters.ts'
import { useList } from './use-list.ts'

/** What narrows the list now, each to be taken away. */
export function FilterPills({ filters }: { filters: readonly Filter[] }) {
  const { search, change, clear } = useList()
  const chosen = filters.filter(({ value }) => value !== '')
  if (chosen.length === 0 && !search.search) return null
  return (
    <ul className="pills" aria-label={m.customers_narrowed()}>
      {search.search ? (
        <Pill
          text={m.customers_pill_words({ text: search.search })}
          onRemove={() => change({ search: undefined })}
        />
      ) : null}
      {chosen.map((filter) => (
        <Pill
          key={filter.name}
          text={m.customers_pill({ label: filter.label, text: filter.text })}
          onRemove={() => change(filter.choose(''))}
        />
      ))}
      <li>
        <Button variant="subtle" size="xs" color="gray" c="var(--indigo)" onClick={clear}>
          {m.customers_clear()}
        </Button>
      </li>
    </ul>
  )
}

const Pill = ({ text, onRemove }: { text: string; onRemove: () => void }) => (
  <li>
    <button type="button" className="pill" aria-label={m.customers_remove({ text })} onClick={onRemove}>
      {text}
      <IconX size={14} aria-hidden />
    </button>
  </li>
)
