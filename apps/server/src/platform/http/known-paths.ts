import type { FastifyContextConfig, FastifyInstance, FastifyReply, RouteOptions } from 'fastify'
import findMyWay from 'find-my-way'
import { invariant } from '../errors.ts'

/** What each path of the app allows: for the answer to a method that it does not have, and for the documentation. */
export class KnownPaths {
  readonly #router = findMyWay({ ignoreTrailingSlash: true })
  readonly #paths = new Map<string, { methods: Set<string>; rule: FastifyContextConfig }>()
  readonly routes: RouteOptions[] = []
  /** Shows people who followed a broken link a page instead of a line of JSON, where there are pages. */
  missingPage?: (reply: FastifyReply) => Promise<FastifyReply>

  /** Must be called before the first route. Refuses a route that does not say who may call it. */
  watch(app: FastifyInstance): void {
    app.addHook('onRoute', (route) => this.#learn(route))
  }

  #learn(route: RouteOptions): void {
    const rule = route.config ?? {}
    invariant(rule.permission, `${String(route.method)} ${route.url} does not declare its permission`)
    this.routes.push(route)
    const known = this.#paths.get(route.url) ?? { methods: new Set<string>(), rule }
    if (!this.#paths.has(route.url)) {
      this.#paths.set(route.url, known)
      this.#router.on('GET', route.url, () => {}, known)
    }
    for (const method of [route.method].flat()) known.methods.add(method)
  }

  #find(url: string) {
    const [path = ''] = url.split('?')
    return this.#router.find('GET', path)?.store as
      | { methods: Set<string>; rule: FastifyContextConfig }
      | undefined
  }

  /** The methods of a path as the `Allow` header lists them; undefined for a path that is not there. */
  methods(url: string): string[] | undefined {
    const methods = this.#find(url)?.methods
    return (
      methods &&
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].filter(
        (method) => methods.has(method) || method === 'OPTIONS',
      )
    )
  }

  rule(url: string): FastifyContextConfig | undefined {
    return this.#find(url)?.rule
  }
}
