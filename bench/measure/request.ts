export type Ask = { method?: string; path: string; token?: string; body?: unknown }

/** A request as the bytes that go over the wire, made before the clock runs. */
export function requestBytes({ method = 'GET', path, token, body }: Ask): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    'user-agent: bench',
    ...(token ? [`authorization: Bearer ${token}`] : []),
    ...(content ? ['content-type: application/json', `content-length: ${Buffer.byteLength(content)}`] : []),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`)
}
