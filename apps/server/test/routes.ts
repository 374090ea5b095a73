import type { TestApp } from './test-app.ts'

export type KnownRoute = {
  /** Like `GET /api/customers/sessions/:id/`. */
  name: string
  method: string
  url: string
  permission: string | undefined
  isPage: boolean
}

/** Every route of the app, as the router was told of it. */
export const knownRoutes = ({ app }: TestApp): KnownRoute[] =>
  app.knownPaths.routes.flatMap(({ method, url, config }) =>
    [method].flat().map((one) => ({
      name: `${one} ${url}`,
      method: one,
      url,
      permission: config?.permission,
      isPage: config?.isPage === true,
    })),
  )

export const isUnsafe = ({ method }: { method: string }) => !['GET', 'HEAD'].includes(method)

/** What a page of ours sends with a request, and nobody else can: sessions of pages are for them alone. */
export const ownPage = { 'x-requested-with': 'crm' }

/** Whether a route is one of those whose session is in a cookie. */
export const isForOwnPages = (url: string) => url.startsWith('/api/browser/')

/** The cookie that a refresh token travels in. */
export const sessionCookie = (refresh: string) => `__Host-session=${refresh}`

/** A path with ids in the places of its parameters. */
export const fillPath = (url: string, { id = '', note_id = '' }: { id?: string; note_id?: string }) =>
  url.replace(':id', id).replace(':note_id', note_id).replace('*', 'swagger-ui.css')

/** Who may use each operation, by its name in the published document. */
export const permissionsByName = (crm: TestApp): Record<string, string | undefined> =>
  Object.fromEntries(
    knownRoutes(crm).map(({ method, url, permission }) => [
      `${method} ${url.replace(/:(\w+)/g, '{$1}')}`,
      permission,
    ]),
  )
