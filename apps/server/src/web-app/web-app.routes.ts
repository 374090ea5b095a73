import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { portalAddresses, type Store } from '@crm/contract'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { type App, plain } from '../platform/http/server.ts'
import { pageOnDisk } from './page-on-disk.ts'
import { withStore } from './store-in-page.ts'

/** A page is never kept by a cache: it names the files that belong together. */
const pageRoute = {
  config: { permission: 'public', limit: 'none', isPage: true },
  schema: { hide: true },
} as const

export type WebAppOptions = {
  folder: string
  /** What the store says of itself; undefined while nobody knows. */
  readStore: () => Promise<Store | undefined>
}

/** Serves the built pages: the portal, the console under `/admin/`, and their files, which never change under one name. */
export async function webApp(app: App, { folder, readStore }: WebAppOptions): Promise<void> {
  const assets = path.join(folder, 'assets')
  const portal = pageOnDisk(path.join(folder, 'index.html'))
  const console = pageOnDisk(path.join(folder, 'admin.html'))
  const send = (page: () => string) => async (_: unknown, reply: FastifyReply) =>
    sendPage(reply, page(), await readStore())
  // The page itself shows the right screen, or says that there is none.
  for (const route of Object.values(portalAddresses)) app.get(route, pageRoute, send(portal))
  app.knownPaths.missingPage = (reply) => send(portal)(undefined, reply)
  app.get('/admin/', pageRoute, send(console))
  app.get('/admin/*', pageRoute, send(console))

  await plain(app).register(async (files) => {
    await files.register(fastifyStatic, {
      root: assets,
      prefix: '/assets/',
      preCompressed: true,
      index: false,
      cacheControl: false,
      // A name stands for one content: nobody needs to ask whether it has changed, or for a part of it.
      lastModified: false,
      acceptRanges: false,
      // Only what lies here; the files beside it keep their names when they change.
      setHeaders: (reply, file) => {
        if (path.dirname(file) === assets) reply.header('cache-control', forever)
      },
    })
    files.addHook('onSend', async (_, reply) => {
      if (reply.getHeader('cache-control') === forever) shortenHeaders(reply)
    })
    for (const name of publicFiles(folder))
      files.get(`/${name}`, pageRoute, (_, reply) => {
        reply.header('cache-control', name === 'sw.js' ? 'no-cache' : 'public, max-age=3600')
        return reply.sendFile(name, folder, { cacheControl: false })
      })
  })
}

const publicFiles = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(html|br|gz)$|^manifest\.json$/.test(entry.name))
    .map(({ name }) => name)

/** A file is no document: it needs no rules for what a document may load, and there are a dozen of them for a page. */
function shortenHeaders(reply: FastifyReply): void {
  reply
    .header('content-security-policy', filePolicy)
    .removeHeader('cross-origin-opener-policy')
    .removeHeader('x-permitted-cross-domain-policies')
}

const forever = 'public, max-age=31536000, immutable'
const filePolicy = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** Styles that the console's kit adds while it runs carry a nonce, new for each answer. */
function sendPage(reply: FastifyReply, page: string, store: Store | undefined): FastifyReply {
  const nonce = randomBytes(16).toString('base64url')
  const policy = String(reply.getHeader('content-security-policy'))
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("img-src 'self' data:", "img-src 'self' data: blob:")
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .send(withStore(page.replaceAll('__NONCE__', nonce), store, nonce))
}
