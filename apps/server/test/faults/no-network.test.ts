import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { canMakeNamespaces, makeNamespace, sh } from './namespaces.ts'
import { owner, ownerEnv, password } from './people.ts'
import { startServer } from './server-process.ts'

const send = `const [url, body] = process.argv.slice(1)
  fetch(url, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body } : {})
    .then((answer) => process.stdout.write(String(answer.status)))`

test.runIf(canMakeNamespaces)(
  'in a network with nothing but itself the server starts and serves, and asks for nobody outside',
  async () => {
    const { name, prefix } = makeNamespace('alone')
    // A way out that leads nowhere: whoever goes there, a name server included, asks first who has the router's address.
    sh(
      `ip -n ${name} link add out type veth peer name nowhere && ip -n ${name} addr add 192.0.2.2/24 dev out`,
    )
    sh(
      `ip -n ${name} link set nowhere up && ip -n ${name} link set out up && ip -n ${name} route add default via 192.0.2.1`,
    )
    const askedOutside = () => sh(`ip -n ${name} -4 neigh show dev out nud all | grep -v NOARP || true`)

    const server = await startServer({ prefix, env: { ...ownerEnv } })
    const ask = (path: string, body?: object) => {
      const given = [`${server.url}/api/customers/${path}`, ...(body ? [JSON.stringify(body)] : [])]
      const [program = '', ...rest] = [...prefix, process.execPath, '-e', send, ...given]
      return spawnSync(program, rest, { encoding: 'utf8' }).stdout
    }
    const person = { email: 'yaw@example.com', first_name: 'Yaw', last_name: 'Boateng' }
    expect(ask('health/')).toBe('200')
    expect(ask('login/', owner)).toBe('200')
    expect(ask('register/', { ...person, password, password_confirm: password })).toBe('201')
    await expect.poll(() => server.output(), { timeout: 10_000 }).toContain('Mail to yaw@example.com')
    expect(askedOutside()).toBe('')
    expect(await server.stop()).toBe(0)

    // That this way of looking does see somebody who asks.
    spawnSync('ip', [
      'netns',
      'exec',
      name,
      process.execPath,
      '-e',
      "require('net').connect(443, '198.51.100.1').on('error', () => {}); setTimeout(process.exit, 300)",
    ])
    expect(askedOutside()).toContain('192.0.2.1')
  },
  60_000,
)
