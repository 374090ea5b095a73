import { type ComponentType, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { m } from '../../messages/messages.js'
import { toast } from '../ui/toast.tsx'

const load = () => import('../features/palette/palette.tsx')
const inAdvance = () => void (navigator.onLine && load().catch(() => undefined))

/** The palette is loaded once the page is at rest: who presses its key goes on typing at once. */
export function usePalette(): { View: ComponentType | undefined; open: () => Promise<void> } {
  const [View, setView] = useState<ComponentType>()
  // What can't be loaded in advance is told of when it is asked for.
  useEffect(() => {
    const timer = setTimeout(inAdvance, restMs)
    return () => clearTimeout(timer)
  }, [])
  async function open() {
    const palette = await load().catch(() => undefined)
    if (!palette) return toast.problem(m.problem_offline())
    // On the page before it opens: only then does it know where the focus was, to give it back.
    flushSync(() => setView(() => palette.Palette))
    palette.openPalette()
  }
  return { View, open }
}

const restMs = 1_500
