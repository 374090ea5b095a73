import { once } from 'node:events'
import { request } from 'node:http'

/** Sends `count` bodies of `megabytes` at the same time, every other one without saying how long it is; prints the answers. */
const [url = '', count = '1', megabytes = '1', token = ''] = process.argv.slice(2)

const part = Buffer.alloc(65_536, 'a')
const parts = (Number(megabytes) * 1_048_576) / part.length

async function send(index: number): Promise<string> {
  const isChunked = index % 2 === 1
  const outgoing = request(url, {
    method: 'PATCH',
    agent: false,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(isChunked ? {} : { 'content-length': String(parts * part.length) }),
    },
  })
  const answer = new Promise<string>((resolve) => {
    outgoing.once('response', (response) => {
      response.resume()
      resolve(String(response.statusCode))
    })
    // The door was shut before everything was said.
    outgoing.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
  })
  for (let sent = 0; sent < parts && !outgoing.destroyed; sent += 1)
    if (!outgoing.write(part)) await Promise.race([once(outgoing, 'drain').catch(() => {}), answer])
  outgoing.end()
  return answer
}

const answers = await Promise.all(Array.from({ length: Number(count) }, (_, index) => send(index)))
process.stdout.write(JSON.stringify(answers), () => process.exit(0))
