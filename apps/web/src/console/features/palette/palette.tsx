import '@mantine/spotlight/styles.css'
import { Refusal } from '@crm/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refusalText } from '../../../lib/refusal-text.ts'
import { m } from '../../../messages/messages.js'
import { useDebouncedValue } from '../../ui/hooks.ts'
import { palette, paletteStore, Spotlight, useSelectedAction } from '../../ui/spotlight.ts'
import './palette.css'
import { foundQuery } from './palette.api.ts'
import type { PaletteAction } from './palette-actions.ts'
import { usePaletteActions } from './palette-actions.ts'

/** Opens the palette; the component must be on the page. */
export const openPalette = (): void => palette.open()

const pauseMs = 180

/** Finds customers, pages and things to do, by a few letters from anywhere. */
export function Palette() {
  const [query, setQuery] = useState('')
  const words = query.trim()
  const [asked] = useDebouncedValue(words, pauseMs)
  const found = useQuery(foundQuery(asked))
  const { customers, places } = usePaletteActions(words, found.data?.results ?? [])
  const selected = useSelectedAction()
  const isBusy = asked !== words || found.isFetching
  const count = customers.length + places.length
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        aria-label={m.palette_search()}
        placeholder={m.palette_search()}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={selected}
      />
      <Spotlight.ActionsList id="palette-list" role="listbox" aria-label={m.palette_results()}>
        <Actions label={m.customers_title()} actions={customers} first={0} />
        <Actions label={m.palette_places()} actions={places} first={customers.length} />
      </Spotlight.ActionsList>
      <p className="palette-state" role="status">
        {found.error instanceof Refusal ? refusalText(found.error) : null}
        {isBusy && words ? m.console_loading() : null}
        {count === 0 && !isBusy && !found.error ? m.palette_nothing() : null}
      </p>
    </Spotlight.Root>
  )
}

type ActionsProps = { label: string; actions: readonly PaletteAction[]; first: number }

/** `first` counts on from the group before: each has a number of its own, by which it is read out. */
function Actions({ label, actions, first }: ActionsProps) {
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map(({ id, label, description, icon: Icon, run }, index) => (
        <Spotlight.Action
          key={id}
          id={`palette-${first + index}`}
          role="option"
          label={label}
          description={description}
          leftSection={<Icon size={20} stroke={1.8} aria-hidden />}
          onClick={run}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
