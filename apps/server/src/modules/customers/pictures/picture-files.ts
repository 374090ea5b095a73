import { pictureSizes } from '@crm/contract'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { Square } from './read-picture.ts'

/** The type of every picture that is kept and served. */
export const pictureType = 'image/webp'

const folder = 'pictures/'
const keyOf = (id: string, size: number) => `${folder}${id}-${size}.webp`

/** What a profile says of its picture. */
export const picturePath = (id: string) => `/media/${keyOf(id, 256)}`

const name = new RegExp(`^[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}-(${pictureSizes.join('|')})\\.webp$`)

/** The key of what is asked for under this name; undefined where no picture can have it. */
export const pictureKey = (asked: string) => (name.test(asked) ? `${folder}${asked}` : undefined)

export async function storePicture(storage: Storage, id: string, squares: Square[]): Promise<void> {
  for (const { size, bytes } of squares) await storage.put(keyOf(id, size), bytes, pictureType)
}

export const deletePictureFiles = (storage: Storage, ids: readonly string[]): Promise<void> =>
  storage.delete(ids.flatMap((id) => pictureSizes.map((size) => keyOf(id, size))))
