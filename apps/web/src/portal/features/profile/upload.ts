import { Refusal, refusalOf } from '@crm/client'
import { freshAccess } from '../../../lib/session.ts'

/** A slow phone line may take this long for a picture. */
const timeoutMs = 120_000

/** Sends a file and tells how far it is: `fetch` does not say. Throws a `Refusal`. */
export async function upload<Body>(
  address: string,
  file: Blob,
  onProgress: (part: number) => void,
): Promise<Body> {
  const access = await freshAccess()
  const request = new XMLHttpRequest()
  request.open('PUT', address)
  request.timeout = timeoutMs
  const headers = { accept: 'application/json', authorization: `Bearer ${access}`, 'content-type': file.type }
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
  await new Promise((resolve) => {
    request.onloadend = resolve
    request.send(file)
  })
  return answerOf<Body>(request)
}

function answerOf<Body>(request: XMLHttpRequest): Body {
  const { status } = request
  if (status === 0) throw new Refusal({ status, code: 'offline' })
  const isJson = request.getResponseHeader('content-type')?.startsWith('application/json')
  const body: unknown = isJson ? JSON.parse(request.responseText) : undefined
  if (status >= 200 && status < 300) return body as Body
  const headers = new Headers()
  for (const name of ['retry-after', 'x-request-id']) {
    const value = request.getResponseHeader(name)
    if (value) headers.set(name, value)
  }
  throw refusalOf(status, headers, body)
}
