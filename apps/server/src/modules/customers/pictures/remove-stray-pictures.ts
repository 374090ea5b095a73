import type { Db } from '../../../platform/db/db.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { deletePictureFiles } from './picture-files.ts'
import { abandonPicture, forgetPictures, listStrayPictures } from './pictures.queries.ts'

const batch = 100

/**
 * Removes the files of pictures that nobody has: replaced, removed, of customers who are gone, or of an upload that
 * never came to its end. Twice is as good as once. Returns how many pictures went.
 */
export async function removeStrayPictures(db: Db, storage: Storage): Promise<number> {
  for (let gone = 0; ; ) {
    const ids = await listStrayPictures(db, batch)
    if (ids.length === 0) return gone
    await removePictures(db, storage, ids)
    gone += ids.length
  }
}

/** Removes what an upload put before it failed. Where nobody can tell whether it did, the picture is somebody's and stays. */
export async function removeAbandoned(db: Db, storage: Storage, id: string): Promise<void> {
  if (await abandonPicture(db, id)) await removePictures(db, storage, [id])
}

/** The files first: as long as one may be there, somebody knows of it. */
async function removePictures(db: Db, storage: Storage, ids: readonly string[]): Promise<void> {
  await deletePictureFiles(storage, ids)
  await forgetPictures(db, ids)
}
