import { type ComponentType, useState } from 'react'
import { m } from '../../messages/messages.js'
import { toast } from '../ui/toast.tsx'

const load = () => import('../features/palette/palette.tsx')

/** The palette is loaded when it is first asked for. */
export function usePalette(): { View: ComponentType | undefined; open: () => Promise<void> } {
  const [View, setView] = useState<ComponentType>()
  async function open() {
    const palette = await load().catch(() => undefined)
    if (!palette) return toast.problem(m.problem_offline())
    setView(() => palette.Palette)
    palette.openPalette()
  }
  return { View, open }
}
