import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Takes every mail and forgets it: as much of SMTP (RFC 5321) as our mailer speaks. */
export async function startMailSink(): Promise<{ port: number; stop(): void }> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    converse(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    stop() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

function converse(socket: Socket): void {
  let text = ''
  let isMail = false
  socket.write('220 sink\r\n')
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
    for (;;) {
      const end = text.indexOf(isMail ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = text.slice(0, end)
      text = text.slice(end + (isMail ? 5 : 2))
      isMail = !isMail && said.toUpperCase() === 'DATA'
      socket.write(isMail ? '354 go on\r\n' : '250 fine\r\n')
    }
  })
}
