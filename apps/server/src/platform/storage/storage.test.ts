import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createDiskStorage } from './disk-storage.ts'
import { createS3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

/** The little of the protocol of S3 that is used: put, get and delete of objects, in memory. */
const objects = new Map<string, { bytes: Buffer; type: string | undefined; signed: string | undefined }>()
let isBroken = false
let bucket: Server
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key-of-tests')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-of-tests')
  bucket = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    const name = new URL(url, 'http://bucket').pathname
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const xml = (status: number, code: string) =>
        response
          .writeHead(status, { 'content-type': 'application/xml' })
          .end(`<Error><Code>${code}</Code></Error>`)
      if (isBroken) return xml(403, 'AccessDenied')
      if (method === 'PUT') {
        const type = headers['content-type']
        objects.set(name, { bytes: Buffer.concat(parts), type, signed: headers.authorization })
        return response.writeHead(200, { etag: '"x"' }).end()
      }
      if (method === 'DELETE') {
        objects.delete(name)
        return response.writeHead(204).end()
      }
      const found = objects.get(name)
      if (!found) return xml(404, 'NoSuchKey')
      return response.writeHead(200, { 'content-length': found.bytes.length }).end(found.bytes)
    })
  })
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await new Promise((resolve) => bucket.close(resolve))
})

function onDisk(): { storage: Storage; folder: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-storage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { storage: createDiskStorage(path.join(folder, 'media')), folder: path.join(folder, 'media') }
}

function inBucket(): { storage: Storage } {
  const { port } = bucket.address() as AddressInfo
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`)
  const storage = createS3Storage(`s3://pictures/store/one?region=ca-central-1&endpoint=${endpoint}`)
  onTestFinished(() => storage.close())
  return { storage }
}

describe.each([
  ['a folder', onDisk],
  ['a bucket', inBucket],
] as const)('in %s', (_, make) => {
  test('a file is kept as it is, replaced, and gone when it is deleted; twice is as good as once', async () => {
    const { storage } = make()
    const [key, other] = ['pictures/one-64.webp', 'pictures/two-64.webp']
    expect(await storage.read(key)).toBeUndefined()
    const bytes = Buffer.from([0, 255, 1, 13, 10, 26])
    await storage.put(key, bytes, 'image/webp')
    await storage.put(other, bytes, 'image/webp')
    expect(await storage.read(key)).toEqual(bytes)
    await storage.put(key, Buffer.from('next'), 'image/webp')
    expect((await storage.read(key))?.toString()).toBe('next')
    await storage.delete([key, other, 'pictures/never.webp'])
    await storage.delete([key])
    expect([await storage.read(key), await storage.read(other)]).toEqual([undefined, undefined])
  })

  test.each([
    '../secret-key',
    'pictures/../../secret-key',
    '/etc/passwd',
    'pictures/',
    'a/b/c.webp',
    'pictures/a\0.webp',
  ])('no key leads outside: %j', async (key) => {
    const { storage } = make()
    const tries = [
      async () => storage.put(key, Buffer.from('x'), 'image/webp'),
      async () => storage.read(key),
      async () => storage.delete([key]),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow('Invariant broken')
  })
})

describe('a folder', () => {
  test('is for who runs the server alone, and no half file is ever in it under its name', async () => {
    const { storage, folder } = onDisk()
    await storage.put('pictures/a.webp', Buffer.from('x'), 'image/webp')
    expect(readdirSync(path.join(folder, 'pictures'))).toEqual(['a.webp'])
    expect(statSync(path.join(folder, 'pictures')).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(folder, 'pictures/a.webp')).mode & 0o777).toBe(0o600)
  })

  test('what a crash left half written goes with the file', async () => {
    const { storage, folder } = onDisk()
    await storage.put('pictures/a.webp', Buffer.from('x'), 'image/webp')
    writeFileSync(path.join(folder, 'pictures/b.webp.part'), 'hal')
    await storage.delete(['pictures/a.webp', 'pictures/b.webp'])
    expect(readdirSync(path.join(folder, 'pictures'))).toEqual([])
  })
})

describe('a bucket', () => {
  test('has the files under its prefix, with their type, signed by who may write there', async () => {
    const { storage } = inBucket()
    await storage.put('pictures/a.webp', Buffer.from('x'), 'image/webp')
    expect(objects.get('/pictures/store/one/pictures/a.webp')).toEqual({
      bytes: Buffer.from('x'),
      type: 'image/webp',
      signed: expect.stringContaining('Credential=key-of-tests/'),
    })
  })

  test('that refuses is no bucket without the file', async () => {
    const { storage } = inBucket()
    isBroken = true
    onTestFinished(() => {
      isBroken = false
    })
    await expect(storage.read('pictures/a.webp')).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(storage.put('pictures/a.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow()
    await expect(storage.delete(['pictures/a.webp'])).rejects.toThrow()
  })
})
