import { useEffect } from 'react'

const takesFocus = 'input:not([hidden]), select, textarea, button, summary, a[href]'

/** What an address names after its `#`: a part of the page by its id, or a field by its name. */
function findPlace(name: string): HTMLElement | undefined {
  return document.getElementById(name) ?? document.getElementsByName(name)[0]
}

function goToPlace(): void {
  const place = location.hash && findPlace(decodeURIComponent(location.hash.slice(1)))
  if (!place) return
  const target = place.matches(takesFocus) ? place : place.querySelector<HTMLElement>(takesFocus)
  // In the middle: neither the window's edge nor the rooms at the thumb cover it.
  place.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true, focusVisible: true })
}

/** Brings what the address names into view and gives it the focus, as soon as it is there: also where the page loads cold. */
export function usePlaceInAddress(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return
    goToPlace()
    addEventListener('hashchange', goToPlace)
    return () => removeEventListener('hashchange', goToPlace)
  }, [isThere])
}
