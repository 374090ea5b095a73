import { useCallback, useRef, useState } from 'react'

export type Selection = {
  ids: readonly string[]
  has: (id: string) => boolean
  /** Takes one in or out; with `isRange` also all between it and the one before. */
  toggle: (id: string, isRange?: boolean) => void
  toggleAll: () => void
  clear: () => void
}

/** Which customers are chosen, also on pages looked at before. `shown` are those on this page, in their order. */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string>(undefined)

  const toggle = (id: string, isRange = false) => {
    const wanted = isRange ? between(shown, last.current, id) : [id]
    setChosen(changed(chosen, wanted, !chosen.has(id)))
    last.current = id
  }
  const toggleAll = () => setChosen(changed(chosen, shown, !shown.every((id) => chosen.has(id))))
  const clear = useCallback(() => setChosen(new Set()), [])
  return { ids: [...chosen], has: (id) => chosen.has(id), toggle, toggleAll, clear }
}

function changed(chosen: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(chosen)
  for (const id of ids) {
    if (isIn) next.add(id)
    else next.delete(id)
  }
  return next
}

/** All from one to the other, whichever comes first. */
export function between(shown: readonly string[], from: string | undefined, to: string): readonly string[] {
  const [start, end] = [shown.indexOf(from ?? to), shown.indexOf(to)]
  return start < 0 ? [to] : shown.slice(Math.min(start, end), Math.max(start, end) + 1)
}
