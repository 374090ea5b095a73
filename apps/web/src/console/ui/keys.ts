import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Keys and what they do: `j`, `g c` one after the other, `mod+k` with Ctrl or Cmd. */
export type Keys = Record<string, (event: KeyboardEvent) => void>

/** What `mod` is called on this machine. */
export const modifier: string = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const choice = 'single-keys'
const changed = new EventTarget()

/** Single letters can be turned off: who dictates, or rests a hand on the keys, would set them off unwillingly. */
export function useSingleKeys(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    (listener) => {
      changed.addEventListener('change', listener)
      return () => changed.removeEventListener('change', listener)
    },
    () => localStorage.getItem(choice) !== 'off',
  )
  return [isOn, setSingleKeys]
}

function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(choice)
  else localStorage.setItem(choice, 'off')
  changed.dispatchEvent(new Event('change'))
}

/** Does what the keys say while the component is shown; letters only where nobody is typing. */
export function useKeys(keys: Keys): void {
  const [areSingleOn] = useSingleKeys()
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    let before = ''
    const press = (event: KeyboardEvent) => {
      const key = nameOf(event)
      const name = `${before} ${key}` in current.current ? `${before} ${key}` : key
      before = key
      const act = current.current[name]
      if (!act || event.defaultPrevented) return
      if (!name.startsWith('mod+') && (!areSingleOn || isTaken(event))) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [areSingleOn])
}

function nameOf(event: KeyboardEvent): string {
  if (event.altKey) return ''
  return event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key
}

/** Typing somewhere, or busy in something that lies over the page. */
function isTaken({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  )
}
