import { once } from 'node:events'
import net from 'node:net'
import { onTestFinished } from 'vitest'

export type SmtpSink = {
  env: Record<string, string>
  /** Addresses of the mails that were taken, in order. */
  recipients: string[]
  /** The texts, with soft line breaks undone. */
  texts: string[]
}

type Behaviour = {
  /** What is answered to each recipient. */
  answerTo?: (address: string) => string
  /** How long each mail takes. */
  delayMs?: number
}

/** A mail server that keeps what it is given, for one test. */
export async function startSmtpSink({
  answerTo = () => '250 ok',
  delayMs = 0,
}: Behaviour = {}): Promise<SmtpSink> {
  const recipients: string[] = []
  const texts: string[] = []
  const server = net.createServer((socket) => {
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`)
    let pending = ''
    let to = ''
    let isText = false
    const hear = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'RCPT') {
        to = /<(.*?)>/.exec(line)?.[1] ?? ''
        return say(answerTo(to))
      }
      if (verb === 'QUIT') return socket.end('221 bye\r\n')
      isText = verb === 'DATA'
      return say(isText ? '354 go on' : verb === 'EHLO' ? '250-sink\r\n250 SMTPUTF8' : '250 ok')
    }
    const keep = (text: string) => {
      recipients.push(to)
      texts.push(text.replaceAll(/=\r\n/g, '').replaceAll('=3D', '='))
      setTimeout(() => say('250 kept'), delayMs)
    }
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      pending += chunk.toString()
      for (;;) {
        const end = pending.indexOf(isText ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const part = pending.slice(0, end)
        pending = pending.slice(end + (isText ? 5 : 2))
        if (isText) {
          isText = false
          keep(part)
        } else hear(part)
      }
    })
    say('220 sink')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as net.AddressInfo
  return {
    env: {
      EMAIL_BACKEND: 'smtp',
      EMAIL_HOST: '127.0.0.1',
      EMAIL_PORT: String(port),
      EMAIL_USE_TLS: 'false',
    },
    recipients,
    texts,
  }
}
