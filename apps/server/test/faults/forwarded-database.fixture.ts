// A database that can be reached from another network: started with a data folder and an address to listen on.
import net from 'node:net'
import { startEmbeddedDatabase } from '../../src/platform/embedded/embedded-database.ts'

const [dataDir = '', address = ''] = process.argv.slice(2)
const database = await startEmbeddedDatabase({ dataDir, purpose: 'npm test', settings: { fsync: 'off' } })
const url = new URL(database.url)
const port = Number(url.port)

const forwarder = net.createServer((inner) => {
  const outer = net.connect(port, '127.0.0.1')
  inner.pipe(outer).pipe(inner)
  for (const [from, to] of [
    [inner, outer],
    [outer, inner],
  ] as const)
    from.on('error', () => to.destroy())
})
forwarder.listen(0, address, () => {
  url.hostname = address
  url.port = String((forwarder.address() as net.AddressInfo).port)
  process.stdout.write(`${url.href}\n`)
})
process.on('SIGTERM', async () => {
  await database.stop()
  process.exit(0)
})
