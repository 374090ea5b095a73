import { Refusal, refusalOf } from './refusal.ts'

export type TransportOptions = {
  /** Where the server is: `''` on its own pages. */
  origin: string
  /** The access token to send, freshly made if need be; null when nobody is signed in. */
  accessToken(): Promise<string | null>
  /** Called when the server no longer takes the token; resolves to true when there is a new one to try with. */
  onTokenRefused(): Promise<boolean>
  headers?: Record<string, string>
  /** How long to wait for an answer. */
  timeoutMs?: number
}

export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Set for what is asked before anybody is signed in. */
  isPublic?: boolean
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Transport = {
  /** Asks the API and returns the body of its answer. Throws a `Refusal`, also when there is no answer. */
  ask<Body>(path: string, ask?: Ask): Promise<Body>
}

const usualTimeoutMs = 15_000

/** A code of the second step that is missing or wrong is a 401 too: no other token helps there, and each try counts. */
const isTokenRefused = ({ status, headers }: Response) => status === 401 && headers.has('www-authenticate')

/** Speaks to the API: tokens, JSON, time-outs and refusals in one place. */
export function createTransport(options: TransportOptions): Transport {
  const send = async (path: string, ask: Ask): Promise<Response> => {
    const token = ask.isPublic ? null : await options.accessToken()
    const isRaw = ask.body instanceof Blob
    const timeout = AbortSignal.timeout(options.timeoutMs ?? usualTimeoutMs)
    const request: RequestInit = {
      method: ask.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...options.headers,
        ...(ask.body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...ask.headers,
      },
      signal: ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout,
      ...(ask.body === undefined ? {} : { body: isRaw ? (ask.body as Blob) : JSON.stringify(ask.body) }),
    }
    try {
      return await fetch(`${options.origin}${path}`, request)
    } catch (cause) {
      if (ask.signal?.aborted) throw cause
      throw new Refusal({ status: 0, code: 'offline', cause })
    }
  }

  return {
    async ask<Body>(path: string, ask: Ask = {}): Promise<Body> {
      let response = await send(path, ask)
      if (isTokenRefused(response) && !ask.isPublic && (await options.onTokenRefused()))
        response = await send(path, ask)
      const isJson = response.headers.get('content-type')?.startsWith('application/json')
      const body = isJson ? await response.json().catch(() => undefined) : undefined
      if (!response.ok) throw refusalOf(response.status, response.headers, body)
      return body as Body
    },
  }
}
