/** A second signal so soon is the same one: npm passes on what a terminal sends to everybody. */
const sameSignalMs = 300
const patienceMs = 25_000

/** On SIGTERM, SIGINT or SIGHUP stops in order and ends with 0; a second signal, or 25 s, end it at once with 1. */
export function stopOnSignal(stop: (signal: string) => Promise<void>): void {
  let askedAt: number | undefined

  const onSignal = (signal: NodeJS.Signals) => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > sameSignalMs) process.exit(1)
      return
    }
    askedAt = performance.now()
    setTimeout(() => process.exit(1), patienceMs).unref()
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
}
