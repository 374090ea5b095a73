import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Autocomplete } from '../../ui/autocomplete.tsx'
import { useLater } from '../../ui/use-later.ts'
import { personSearch } from './staff.api.ts'

export type Found = { id: string; name: string }

type PersonSearchProps = {
  chosen: Found | undefined
  error: string
  onChoose: (person: Found | undefined) => void
}

/** Finds a customer as the reader types, and lets one be chosen. */
export function PersonSearch({ chosen, error, onChoose }: PersonSearchProps) {
  const [words, setWords] = useState(chosen?.name ?? '')
  const asked = useLater(words, 250)
  const search = useQuery(personSearch(chosen ? '' : asked))
  const people = chosen || words.trim() === '' ? [] : (search.data ?? [])
  const isNobody = !chosen && asked.trim() !== '' && search.isSuccess && people.length === 0

  return (
    <div>
      <Autocomplete
        label={m.staff_find()}
        description={m.staff_find_hint()}
        value={words}
        error={error || undefined}
        // The server has found them already, by accents and parts that this page knows nothing of.
        filter={({ options }) => options}
        data={people.map(({ id, full_name, email }) => ({ value: id, label: `${full_name} · ${email}` }))}
        onChange={(text) => {
          setWords(text)
          if (chosen) onChoose(undefined)
        }}
        onOptionSubmit={(id) => {
          const person = people.find((one) => one.id === id)
          if (person) onChoose({ id, name: person.full_name })
        }}
        comboboxProps={{ withinPortal: true }}
      />
      <p className="quiet search-state" role="status">
        {search.isFetching && !chosen ? m.staff_find_searching() : isNobody ? m.staff_find_nothing() : ''}
      </p>
    </div>
  )
}
