import type { Socket } from 'node:net'
import { type ErrorCode, errorStatus } from '@crm/contract'

type ClientError = Error & { code?: string }

const refusals: Record<string, [ErrorCode, string]> = {
  HPE_HEADER_OVERFLOW: ['headers_too_large', 'The address and headers are longer than 16 KB.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request_timeout', 'The request did not arrive in time.'],
}

const reasons: Partial<Record<ErrorCode, string>> = {
  headers_too_large: 'Request Header Fields Too Large',
  request_timeout: 'Request Timeout',
  bad_request: 'Bad Request',
}

/** Answers what is not HTTP, too long or too slow, in the shape of every other refusal. No route or hook ever sees it. */
export const answerUnreadable =
  (headers: Record<string, string>) =>
  (error: ClientError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const [code, detail] = refusals[error.code ?? ''] ?? ['bad_request', 'The request can not be read.']
    const body = JSON.stringify({ detail, code } satisfies { detail: string; code: ErrorCode })
    const lines = Object.entries({
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    if (!socket.writable) return void socket.destroy(error)
    socket.write(`HTTP/1.1 ${errorStatus[code]} ${reasons[code]}\r\n${lines.join('')}\r\n${body}`)
    socket.destroySoon()
  }
