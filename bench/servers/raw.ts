import { createSecretKey } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { types } from '../../apps/server/src/platform/db/value-types.ts'
import { listPage, searchPage } from './raw-lists.ts'
import { changeCity, readDashboard, readProfile } from './raw-statements.ts'
import { createTokenReader } from './raw-token.ts'

/** The least that could answer the same questions: node:http, `pg` with named statements, no framework, no checks. */

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DB_POOL_SIZE),
  idleTimeoutMillis: 60_000,
  types,
})
const readToken = createTokenReader(createSecretKey(process.env.TOKEN_KEY ?? '', 'hex'))

type Route = (request: IncomingMessage, query: URLSearchParams) => Promise<unknown>

const routes: Record<string, Route> = {
  'GET /health': async () => {
    await pool.query('select 1')
    return { status: 'healthy', message: 'The service and its database are well.' }
  },
  'GET /profile': (request) => readProfile(pool, readToken(request)),
  'GET /profile-unchecked': (_request, query) => readProfile(pool, query.get('id') ?? ''),
  'GET /dashboard': (request) => readDashboard(pool, readToken(request)),
  'PATCH /profile': async (request) =>
    changeCity(pool, readToken(request), JSON.parse(await textOf(request)).city),
  'GET /list': (request, query) => {
    readToken(request)
    return query.has('search') ? searchPage(pool, query) : listPage(pool, query)
  },
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

const server = createServer(async (request, response) => {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  try {
    const route = routes[`${request.method} ${path}`]
    if (!route) throw new Error(`no such route: ${request.method} ${path}`)
    const body = JSON.stringify(await route(request, new URLSearchParams(query)))
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  } catch (error) {
    const body = String(error)
    response.writeHead(500, { 'content-length': Buffer.byteLength(body) }).end(body)
  }
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Ready'))
process.on('SIGTERM', () => process.exit())
