import { useEffect } from 'react'
import { guardLeaving } from '../app/router.tsx'

/** Asks before a page is left that holds what is not saved yet. */
export function useUnsaved(isUnsaved: boolean, question: () => string): void {
  useEffect(() => {
    if (!isUnsaved) return
    return guardLeaving(() => confirm(question()))
  }, [isUnsaved, question])
}
