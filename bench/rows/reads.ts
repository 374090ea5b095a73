import { type Comparison, compare } from '../measure/compare.ts'
import type { Load } from '../measure/load.ts'
import { requestBytes } from '../measure/request.ts'
import type { People } from '../people.ts'
import type { Server, Servers } from '../servers/pair.ts'

export const connections = 20
const seconds = 1

const api = '/api/customers'

/** Small requests, as fast as they are answered, over twenty connections of many people. */
export async function compareSmallRequests(
  { ours, raw, unlimited }: Servers,
  people: People,
): Promise<Record<string, Comparison>> {
  const side = by(people)
  const get = (one: Server, path: string) => side(one, (token) => requestBytes({ path, token }))
  const anybody = (one: Server, path: string) => side(one, () => requestBytes({ path }))
  const unchecked = side(raw, (_token, id) => requestBytes({ path: `/profile-unchecked?id=${id}` }))
  const profile = get(ours, `${api}/profile/`)
  const patch = (one: Server, path: string) => changes(one, path, people)
  const extent = { connections, seconds }

  return {
    health: await compare(anybody(ours, `${api}/health/`), anybody(raw, '/health'), extent),
    'profile GET': await compare(profile, get(raw, '/profile'), extent),
    'profile GET, raw without token': await compare(profile, unchecked, extent),
    'dashboard GET': await compare(get(ours, `${api}/dashboard/`), get(raw, '/dashboard'), extent),
    'profile PATCH': await compare(patch(ours, `${api}/profile/`), patch(raw, '/profile'), extent),
    'profile GET, limit on and off': await compare(profile, get(unlimited, `${api}/profile/`), extent),
  }
}

const by =
  ({ customers }: People) =>
  (server: Server, write: (token: string, id: string) => Buffer): Load => {
    const requests = customers.map(({ token, id }) => write(token, id))
    const own = requests.length / connections
    return {
      ...server,
      next: (connection, n) => requests[connection * own + (n % own)] ?? Buffer.alloc(0),
    }
  }

/** Every connection writes to people of its own, and never what is there already. */
function changes(server: Server, path: string, { customers }: People): Load {
  const own = customers.length / connections
  let turn = 0
  return {
    ...server,
    next(connection, n) {
      turn += 1
      const token = customers[connection * own + (n % own)]?.token ?? ''
      return requestBytes({ method: 'PATCH', path, token, body: { city: `Toronto ${turn}` } })
    },
  }
}
