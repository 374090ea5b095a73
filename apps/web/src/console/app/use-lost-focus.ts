import { useEffect } from 'react'

/** Dialogs and menus give the focus back themselves, a moment after they are gone. */
const patienceMs = 100

/**
 * Who is on a button that goes, since it did its work, would be nowhere: the heading of that part of the page takes
 * the focus, or else that of the page, so that a keyboard goes on from there and a screen reader says where it is.
 */
export function useLostFocus(): void {
  useEffect(() => {
    let last: Element | undefined
    let part: Element | null = null
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      last = target
      part = target.closest('section[aria-labelledby]')
    }
    const isLost = () => last && !last.isConnected && document.activeElement === document.body
    const find = () => {
      if (isLost()) focusHeading(part)
    }
    const observer = new MutationObserver(() => {
      if (isLost()) setTimeout(find, patienceMs)
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])
}

function focusHeading(part: Element | null): void {
  const id = part?.isConnected ? part.getAttribute('aria-labelledby') : null
  const heading = (id && document.getElementById(id)) || document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
