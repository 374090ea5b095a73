import '@mantine/spotlight/styles.css'
import { Refusal } from '@crm/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { m } from '../../../messages/messages.js'
import { useDebouncedValue } from '../../ui/hooks.ts'
import { refusedWords } from '../../ui/refused-words.ts'
import { chooseFirst, palette, paletteStore, Spotlight, useSpotlightIds } from '../../ui/spotlight.ts'
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
  const ids = useSpotlightIds()
  const isBusy = asked !== words || found.isFetching
  const count = customers.length + places.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: other customers are what it waits for
  useEffect(() => {
    if (words) chooseFirst()
  }, [found.data])
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      attributes={{ content: { 'aria-label': m.palette_search() } }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        aria-label={m.palette_search()}
        placeholder={m.palette_search()}
        role="combobox"
        aria-expanded
        aria-controls={ids.list}
        aria-activedescendant={ids.action}
      />
      <Spotlight.ActionsList role="listbox" aria-label={m.palette_results()}>
        <Actions label={m.customers_title()} actions={customers} />
        <Actions label={m.palette_places()} actions={places} />
      </Spotlight.ActionsList>
      <p className="palette-state" role="status">
        {found.error instanceof Refusal ? refusedWords(found.error) : null}
        {isBusy && words ? m.console_loading() : null}
        {count === 0 && !isBusy && !found.error ? m.palette_nothing() : null}
      </p>
    </Spotlight.Root>
  )
}

type ActionsProps = { label: string; actions: readonly PaletteAction[] }

function Actions({ label, actions }: ActionsProps) {
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map(({ id, label, description, icon: Icon, run }) => (
        <Spotlight.Action
          key={id}
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
