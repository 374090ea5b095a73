import { useEffect, useRef } from 'react'

/**
 * When a step takes the place of another one and what had the focus is gone, it goes to where the step begins: the
 * element with this ref, or the page where none has it. The first step leaves the focus alone.
 */
export function useFocusOnStep<Place extends HTMLElement>(step: unknown) {
  const place = useRef<Place>(null)
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the step that moves the focus.
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (isLost && !isFirst.current) (place.current ?? document.querySelector('main'))?.focus()
    isFirst.current = false
  }, [step])
  return place
}
