import { useState } from 'react'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Radio, TextInput } from '../../ui/inputs.tsx'
import { Stack } from '../../ui/layout.tsx'
import type { Filter } from './filters.ts'
import { useList } from './use-list.ts'

/** The choices of one filter, each with how many customers it would show. */
export function FilterChoices({ filter }: { filter: Filter }) {
  const { change } = useList()
  return (
    <Radio.Group
      aria-label={filter.label}
      value={filter.value}
      onChange={(value) => change(filter.choose(value))}
    >
      <Stack gap={4} className="choices">
        <Radio value="" label={m.customers_any()} />
        {filter.choices.map(({ value, label, count }) => (
          <Radio key={value} value={value} label={<Counted label={label} count={count} />} />
        ))}
      </Stack>
      {filter.name === 'joined' ? <JoinedDays /> : null}
      {filter.name === 'city' ? <OtherCity /> : null}
    </Radio.Group>
  )
}

const Counted = ({ label, count }: { label: string; count: number | null | undefined }) => (
  <span className="counted">
    {label} {count == null ? null : <span className="count">{formatNumber(count)}</span>}
  </span>
)

/** Any span of days, where a year is too coarse. */
function JoinedDays() {
  const { search, change } = useList()
  return (
    <Stack gap="xs" mt="sm">
      <TextInput
        type="date"
        label={m.customers_joined_from()}
        value={search.date_joined_after ?? ''}
        onChange={(event) => change({ date_joined_after: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={m.customers_joined_to()}
        value={search.date_joined_before ?? ''}
        onChange={(event) => change({ date_joined_before: event.currentTarget.value })}
      />
    </Stack>
  )
}

/** A city that is not among those with most customers. */
function OtherCity() {
  const { change } = useList()
  const [city, setCity] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change({ city: city.trim() })
      }}
    >
      <TextInput
        mt="sm"
        label={m.customers_other_city()}
        description={m.customers_other_city_hint()}
        value={city}
        maxLength={100}
        onChange={(event) => setCity(event.currentTarget.value)}
      />
    </form>
  )
}
