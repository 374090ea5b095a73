import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { m } from '../../../messages/messages.js'
import { CloseButton } from '../../ui/button.tsx'
import { useDebouncedCallback } from '../../ui/hooks.ts'
import { TextInput } from '../../ui/inputs.tsx'
import { useList } from './use-list.ts'

const pauseMs = 220

/** Looks while somebody types, as soon as they pause. The address bar may change the words, too. */
export function SearchField() {
  const { search, change } = useList()
  const words = search.search ?? ''
  const [typed, setTyped] = useState(words)
  const asked = useRef(words)
  const ask = useDebouncedCallback((next: string) => {
    asked.current = next.trim()
    change({ search: asked.current }, { replace: words !== '' })
  }, pauseMs)
  const type = (next: string) => {
    setTyped(next)
    ask(next)
  }
  useEffect(() => {
    if (words === asked.current) return
    asked.current = words
    setTyped(words)
  }, [words])

  return (
    <TextInput
      type="search"
      className="search"
      aria-label={m.customers_search()}
      placeholder={m.customers_search()}
      maxLength={200}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        typed ? <CloseButton aria-label={m.customers_clear_search()} onClick={() => type('')} /> : null
      }
    />
  )
}
