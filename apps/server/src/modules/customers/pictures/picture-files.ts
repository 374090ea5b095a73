import { type PictureSize, pictureSizes } from '@crm/contract'
import type { Storage } from '../../../platform/storage/storage.ts'
import { Turns } from '../../../platform/turns.ts'
import { readPicture, writeWebp } from './read-picture.ts'

/** The type of every picture that is kept and served. */
export const pictureType = 'image/webp'

export type PictureFile = { size: PictureSize; bytes: Buffer }

/** One at a time takes up to 150 MB and one core for a second; who comes next waits for the turn, not for the memory. */
const turns = new Turns({
  atOnce: 1,
  waiting: 20,
  patienceMs: 8_000,
  refusal: 'Many pictures are being worked on just now. Try again in a moment.',
})

/** The squares that are kept of a picture: the largest first read, the others made from it. */
export const makePictureFiles = (bytes: Buffer): Promise<PictureFile[]> =>
  turns.take(async () => {
    const square = await readPicture(bytes, Math.max(...pictureSizes))
    const files: PictureFile[] = []
    for (const size of pictureSizes) files.push({ size, bytes: await writeWebp(square, size) })
    return files
  })

const folder = 'pictures/'
const keyOf = (id: string, size: number) => `${folder}${id}-${size}.webp`

/** What a profile says of its picture. */
export const picturePath = (id: string) => `/media/${keyOf(id, 256)}`

const name = new RegExp(`^[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}-(${pictureSizes.join('|')})\\.webp$`)

/** The key of what is asked for under this name; undefined where no picture can have it. */
export const pictureKey = (asked: string) => (name.test(asked) ? `${folder}${asked}` : undefined)

export async function storePicture(storage: Storage, id: string, files: PictureFile[]): Promise<void> {
  for (const { size, bytes } of files) await storage.put(keyOf(id, size), bytes, pictureType)
}

export const deletePictureFiles = (storage: Storage, ids: readonly string[]): Promise<void> =>
  storage.delete(ids.flatMap((id) => pictureSizes.map((size) => keyOf(id, size))))
