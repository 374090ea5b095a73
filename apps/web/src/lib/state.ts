/** A value that several places watch, outside of React. */
export type State<Value> = {
  get(): Value
  set(next: Value): void
  subscribe(listener: () => void): () => void
}

export function createState<Value>(value: Value): State<Value> {
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
