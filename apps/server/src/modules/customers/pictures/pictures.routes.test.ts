import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Person, signUp } from '../../../../test/cast.ts'
import { blank, frames, picturePath, putPicture, somePicture } from '../../../../test/pictures.ts'
import { createTestApp, type TestApp } from '../../../../test/test-app.ts'
import { emptyTrash } from '../trash-customer.ts'
import { removeStrayPictures } from './remove-stray-pictures.ts'

let crm: TestApp
let me: Person
beforeAll(async () => {
  crm = await createTestApp()
})
// Another person for each test: nobody may send as many pictures as all of them together.
beforeEach(async () => {
  me = await signUp(crm)
})
afterEach(() => remove())
afterAll(() => crm.close())

const put = (body: Buffer, type?: string, token = me.access) => putPicture(crm, token, body, type)
const remove = (token = me.access) => crm.call('DELETE', picturePath, { token })
const look = (url: string) => crm.call('GET', url)
const sized = (url: string, size: number) => url.replace('-256.', `-${size}.`)

function stored(): string[] {
  const folder = path.join(crm.mediaFolder, 'pictures')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}
const rows = async () => (await crm.database.pool.query('select * from customer_pictures')).rows
const filesOf = (url: string) => stored().filter((name) => url.includes(name.slice(0, 36)))

/** Nobody has a picture yet, for tests that count. */
async function nothingKept() {
  await crm.runJobs()
  expect(stored()).toEqual([])
}

describe('works', () => {
  test.each([
    ['image/jpeg', () => blank().jpeg()],
    ['image/png', () => blank().png()],
    ['image/webp', () => blank().webp()],
    ['image/avif', () => blank().avif({ effort: 0 })],
  ] as const)(
    '%s becomes three squares of WebP, and the profile names the one in the middle',
    async (type, make) => {
      const { status, json, text } = await put(await make().toBuffer(), type)
      expect(status, text).toBe(200)
      expect(json.profile_picture).toMatch(/^\/media\/pictures\/[\da-f-]{36}-256\.webp$/)
      expect((await crm.call('GET', '/api/customers/profile/', { token: me.access })).json).toEqual(json)
      for (const size of [64, 256, 512]) {
        const { bytes } = await look(sized(json.profile_picture, size))
        expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: size, height: size })
      }
    },
  )

  test('the square in the middle is kept', async () => {
    const red = await blank(100, 300)
      .composite([
        {
          input: { create: { width: 100, height: 100, channels: 3, background: '#f00' } },
          top: 100,
          left: 0,
        },
      ])
      .png()
      .toBuffer()
    const { json } = await put(red)
    const { dominant } = await sharp((await look(json.profile_picture)).bytes).stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.g).toBeLessThan(50)
  })

  test('is served for good under one name, and runs nothing whatever it holds', async () => {
    const { json } = await put(await somePicture())
    const { status, headers } = await look(json.profile_picture)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline; filename="picture.webp"',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('a new one has another name, and the old one is gone', async () => {
    const { json: one } = await put(await somePicture())
    const { json: other } = await put(await somePicture())
    expect(other.profile_picture).not.toBe(one.profile_picture)
    await crm.runJobs()
    expect((await look(one.profile_picture)).status).toBe(404)
    expect((await look(other.profile_picture)).status).toBe(200)
    expect(stored()).toHaveLength(3)
  })

  test('a removed one leaves nothing; removing none leaves no trace', async () => {
    await put(await somePicture())
    expect((await remove()).json.profile_picture).toBe('')
    await crm.runJobs()
    expect([stored(), await rows()]).toEqual([[], []])
    const count = async () =>
      (await crm.database.pool.query("select from audit_events where name = 'customer.picture_removed'"))
        .rowCount
    const before = await count()
    expect((await remove()).status).toBe(200)
    expect(await count()).toBe(before)
  })

  test('the picture of who is purged from the trash goes with them, and not before', async () => {
    const person = await signUp(crm)
    const { json } = await put(await somePicture(), undefined, person.access)
    const { pool, db } = crm.database
    await pool.query("update customers set trashed_at = now() - interval '29 days' where id = $1", [
      person.id,
    ])
    await emptyTrash(db)
    await removeStrayPictures(db, crm.storage)
    expect(filesOf(json.profile_picture)).toHaveLength(3)
    await pool.query("update customers set trashed_at = now() - interval '31 days' where id = $1", [
      person.id,
    ])
    await emptyTrash(db)
    await pool.query('update customer_pictures set kept_until = now() where customer_id is null')
    await removeStrayPictures(db, crm.storage)
    expect(filesOf(json.profile_picture)).toEqual([])
  })
})

const refusal = (text: RegExp) => ({ status: 400, json: { picture: [expect.stringMatching(text)] } })
const unreadable = refusal(/^This is not a picture that we can read/)

describe('refuses', () => {
  test.each([
    'image/gif',
    'image/svg+xml',
    'text/html',
    'application/xml',
    'application/json',
    'multipart/form-data',
    '',
  ])('what says that it is %j', async (type) => {
    const { status, json } = await put(await somePicture(), type)
    expect({ status, code: json.code }).toEqual({ status: 415, code: 'unsupported_media_type' })
  })

  test('more than five megabytes, and takes as much', async () => {
    const limit = 5 * 1_048_576
    expect(await put(Buffer.alloc(limit + 1))).toMatchObject({
      status: 413,
      json: { code: 'payload_too_large', detail: 'The body is larger than 5 MB.' },
    })
    const picture = await somePicture()
    expect((await put(Buffer.concat([picture, Buffer.alloc(limit - picture.length)]))).status).toBe(200)
  })

  test('nothing at all', async () => {
    expect(await put(Buffer.alloc(0))).toMatchObject({ status: 400, json: { picture: ['Choose a file.'] } })
  })

  test('a compressed one', async () => {
    const headers = { 'content-type': 'image/png', 'content-encoding': 'gzip' }
    const answer = await crm.call('PUT', picturePath, {
      token: me.access,
      body: await somePicture(),
      headers,
    })
    expect(answer.status).toBe(415)
  })

  test('who sends more than thirty in an hour', async () => {
    const person = await signUp(crm)
    const statuses: number[] = []
    for (let turn = 0; turn < 31; turn += 1)
      statuses.push((await put(Buffer.from('no picture'), undefined, person.access)).status)
    expect(statuses).toEqual([...Array(30).fill(400), 429])
  })

  test.each([
    '',
    'x.webp',
    '../../secret-key',
    '..%2f..%2fsecret-key',
    `${randomUUID()}-256.webp`,
    `${randomUUID()}-128.webp`,
  ])('to show %j: there is no such picture', async (name) => {
    const { status, json } = await look(`/media/pictures/${name}`)
    expect({ status, code: json.code }).toEqual({ status: 404, code: 'not_found' })
  })
})

test('refuses what moves', async () => {
  const { status, json } = await put(await frames(3).toBuffer(), 'image/webp')
  expect([status, json]).toEqual([400, { picture: ['This picture moves. Choose one that stands still.'] }])
})

const marker = 'planted-marker-7f3a'
const pngChunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

describe('protects', () => {
  test('what is served from what was planted in a picture', async () => {
    const png = await somePicture()
    const jpeg = await blank().jpeg().toBuffer()
    const html = `<html><script>alert("${marker}")</script></html>`
    const planted: [Buffer, string][] = [
      [Buffer.concat([png, Buffer.from(html)]), 'image/png'],
      [
        Buffer.concat([
          png.subarray(0, 33),
          pngChunk('tEXt', Buffer.from(`Comment\0${html}`)),
          png.subarray(33),
        ]),
        'image/png',
      ],
      [Buffer.concat([jpeg, Buffer.from(`PK\x03\x04${marker}`)]), 'image/jpeg'],
      [withComment(jpeg, html), 'image/jpeg'],
      [png, 'image/jpeg'],
    ]
    for (const [bytes, type] of planted) {
      const { status, json, text } = await put(bytes, type)
      expect(status, text).toBe(200)
      for (const size of [64, 256, 512])
        expect((await look(sized(json.profile_picture, size))).bytes.includes(marker)).toBe(false)
    }
  })

  test('itself from what is no picture, half of one or calls itself one; nothing of it is kept', async () => {
    await nothingKept()
    const jpeg = await blank(600, 600).jpeg().toBuffer()
    const png = await blank(600, 600).png().toBuffer()
    const lies = [
      Buffer.concat([png.subarray(0, 8), Buffer.from(marker)]),
      Buffer.concat([Buffer.from('x'), png]),
      Buffer.from(`\xff\xd8\xff\xe0${marker}`, 'latin1'),
      jpeg.subarray(0, jpeg.length / 2),
      png.subarray(0, png.length - 40),
      Buffer.alloc(100_000),
      smallerThanItIs(await blank(3_000, 3_000).avif({ effort: 0 }).toBuffer()),
    ]
    for (const bytes of lies) expect(await put(bytes)).toMatchObject(unreadable)
    expect([stored(), await rows()]).toEqual([[], []])
  })

  test('itself from what would be active, whatever it is called; nothing of it is kept', async () => {
    await nothingKept()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const active = [
      svg,
      `<?xml version="1.0"?>${svg}`,
      `\ufeff${svg}`,
      `<!doctype html><script>alert(1)</script>`,
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
      '%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>',
      'MZ\x90\0',
      '#!/bin/sh\nrm -rf /',
      'BM\x46\0\0\0\0\0\0\0',
      'II*\0\x08\0\0\0',
    ].map((text) => Buffer.from(text, 'latin1'))
    for (const bytes of active) {
      expect(await put(bytes, 'image/png')).toMatchObject(unreadable)
      expect((await put(bytes, 'image/svg+xml')).status).toBe(415)
    }
    expect([stored(), await rows()]).toEqual([[], []])
  })

  test('where and with what a picture was taken, and shows it the right way up', async () => {
    const taken = await blank(300, 200)
      .composite([
        { input: { create: { width: 150, height: 200, channels: 3, background: '#f00' } }, top: 0, left: 0 },
      ])
      .withExif({
        IFD0: { Make: marker, Artist: marker, ImageDescription: marker },
        IFD2: { BodySerialNumber: marker, UserComment: marker },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '43/1 39/1 11/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '79/1 23/1 0/1',
        },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${marker}</rdf></x:xmpmeta>`)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(taken.includes(marker)).toBe(true)
    const { json } = await put(withComment(taken, marker), 'image/jpeg')
    for (const size of [64, 256, 512]) {
      const { bytes } = await look(sized(json.profile_picture, size))
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({})
      expect(bytes.includes(marker)).toBe(false)
      // Turned by a quarter, what was left is above.
      const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      const redAt = (row: number) => data[(row * info.width + info.width / 2) * 3] ?? 0
      expect(redAt(Math.floor(size * 0.1))).toBeGreaterThan(200)
      expect(redAt(Math.floor(size * 0.9))).toBeLessThan(90)
    }
  })

  test('the storage from a hundred uploads that break off', { timeout: 60_000 }, async () => {
    await nothingKept()
    const port = Number(new URL(await crm.app.listen({ host: '127.0.0.1', port: 0 })).port)
    await Promise.all(Array.from({ length: 100 }, () => breakOff(port)))
    expect(
      (await crm.call('GET', '/api/customers/profile/', { token: me.access })).json.profile_picture,
    ).toBe('')
    expect([stored(), await rows()]).toEqual([[], []])
  })

  test('the storage from an upload whose change fails, and from one that nobody ended', async () => {
    await nothingKept()
    const { pool, db } = crm.database
    await pool.query('alter table customers add constraint broken check (profile_picture = $$$$)')
    expect((await put(await somePicture())).status).toBe(500)
    await pool.query('alter table customers drop constraint broken')
    expect([stored(), await rows()]).toEqual([[], []])

    const id = randomUUID()
    await pool.query('insert into customer_pictures (id) values ($1)', [id])
    await crm.storage.put(`pictures/${id}-64.webp`, Buffer.from('x'), 'image/webp')
    expect(await removeStrayPictures(db, crm.storage)).toBe(0)
    await pool.query('update customer_pictures set kept_until = now()')
    expect(await removeStrayPictures(db, crm.storage)).toBe(1)
    expect([stored(), await rows()]).toEqual([[], []])
  })

  test('of many at once for one person, one is kept', async () => {
    await nothingKept()
    const bytes = await somePicture()
    const person = await signUp(crm)
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(bytes, undefined, person.access)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await crm.runJobs()
    expect(stored()).toHaveLength(3)
    const { json } = await crm.call('GET', '/api/customers/profile/', { token: person.access })
    expect((await look(json.profile_picture)).status).toBe(200)
  })
})

/** The start of an upload, and no more. */
function breakOff(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `PUT ${picturePath} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${me.access}\r\ncontent-type: image/png\r\ncontent-length: 100000\r\n\r\n${'x'.repeat(5_000)}`,
        () => setTimeout(() => socket.destroy(), 50),
      )
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}

function withComment(jpeg: Buffer, comment: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    length,
    Buffer.from(comment),
    jpeg.subarray(2),
  ])
}

/** An AVIF whose head tells another size than the picture in it has. */
function smallerThanItIs(avif: Buffer): Buffer {
  const lying = Buffer.from(avif)
  const size = lying.indexOf('ispe') + 8
  lying.writeUInt32BE(100, size)
  lying.writeUInt32BE(100, size + 4)
  return lying
}
