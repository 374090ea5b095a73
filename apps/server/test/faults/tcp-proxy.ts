import { once } from 'node:events'
import net from 'node:net'
import { onTestFinished } from 'vitest'

export type TcpProxy = {
  port: number
  /** Where it first led. */
  targetPort: number
  /** The same address with the proxy in front of it. */
  through(url: string): string
  /** Passes nothing on and closes nothing, as a network does whose packets are dropped. */
  freeze(): void
  thaw(): void
  /** Ends every connection with a reset. */
  reset(): void
  /** Where connections lead that are made from now on. */
  leadTo(port: number): void
}

/** A line to a server that can be cut, for one test. */
export async function startProxy(target: string): Promise<TcpProxy> {
  let targetPort = Number(new URL(target).port)
  let isFrozen = false
  const pairs = new Set<[net.Socket, net.Socket]>()
  const frozen: (() => void)[] = []

  const server = net.createServer({ pauseOnConnect: true }, (inner) => {
    const open = () => {
      const outer = net.connect(targetPort, '127.0.0.1')
      const pair: [net.Socket, net.Socket] = [inner, outer]
      pairs.add(pair)
      for (const [from, to] of [pair, [outer, inner]] as const) {
        from.on('error', () => {})
        from.on('close', () => {
          pairs.delete(pair)
          if (!isFrozen) to.destroy()
        })
      }
      inner.pipe(outer)
      outer.pipe(inner)
    }
    inner.on('error', () => {})
    if (isFrozen) frozen.push(open)
    else open()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  const proxy: TcpProxy = {
    port,
    targetPort,
    through(url) {
      const changed = new URL(url)
      changed.port = String(port)
      return changed.href
    },
    freeze() {
      isFrozen = true
      for (const [inner, outer] of pairs) {
        inner.unpipe(outer).pause()
        outer.unpipe(inner).pause()
      }
    },
    thaw() {
      isFrozen = false
      for (const [inner, outer] of pairs) {
        if (inner.destroyed) outer.destroy()
        inner.pipe(outer)
        outer.pipe(inner)
      }
      for (const open of frozen.splice(0)) open()
    },
    reset() {
      for (const [inner, outer] of pairs) {
        inner.resetAndDestroy()
        outer.resetAndDestroy()
      }
    },
    leadTo(next) {
      targetPort = next
    },
  }
  onTestFinished(() => {
    proxy.reset()
    server.close()
  })
  return proxy
}
