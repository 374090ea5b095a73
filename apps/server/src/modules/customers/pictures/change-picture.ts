import type { CustomerDetail } from '@crm/contract'
import { v4 as uuidv4 } from 'uuid'
import type { Actor } from '../../../platform/actor.ts'
import type { Db, Tx } from '../../../platform/db/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { takeQuota } from '../../../platform/limits/quota.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { recordEvent } from '../../audit/index.ts'
import { lockCustomer, updateCustomer } from '../customers.queries.ts'
import { picturePath, storePicture } from './picture-files.ts'
import { readSquares } from './picture-reader.ts'
import { announcePicture, claimPicture, releasePicture } from './pictures.queries.ts'
import { removeAbandoned } from './remove-stray-pictures.ts'

/** Opening a picture is work: so many may one person have opened. */
const quota = { limit: 30, windowMs: 3_600_000 }

export type Pictures = { db: Db; storage: Storage }

/**
 * Makes what was sent the picture of a customer. The files are put before the change and the old ones go after it, so
 * that a profile never names what is not there. Throws field errors for what is no picture, `throttled` after 30 in an hour.
 */
export async function changePicture(
  pictures: Pictures,
  actor: Actor,
  customer_id: string,
  bytes: Buffer,
): Promise<CustomerDetail> {
  const { db, storage } = pictures
  await countPicture(db, customer_id)
  const squares = await readSquares(bytes)
  // Nobody guesses a random name: who is not shown a picture does not find it.
  const id = uuidv4()
  await announcePicture(db, id)
  try {
    await storePicture(storage, id, squares)
    return await db.transaction().execute((tx) => change(tx, actor, customer_id, id))
  } catch (error) {
    // Where this fails too, the schedule removes them.
    await Promise.allSettled([removeAbandoned(db, storage, id)])
    throw error
  }
}

async function change(tx: Tx, actor: Actor, customer_id: string, id: string): Promise<CustomerDetail> {
  await lockCustomer(tx, customer_id)
  await releasePicture(tx, customer_id)
  if (!(await claimPicture(tx, id, customer_id))) throw new AppError('unavailable')
  const customer = await updateCustomer(tx, customer_id, { profile_picture: picturePath(id) })
  await recordEvent(tx, actor, { name: 'customer.picture_changed', customer_id, detail: { picture_id: id } })
  return customer
}

async function countPicture(db: Db, customer_id: string): Promise<void> {
  const { granted, retryAfterMs } = await takeQuota(db, `picture:${customer_id}`, quota)
  if (granted === 0)
    throw new AppError('throttled', 'That was many pictures for one hour. Try again later.', {
      retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1_000)),
    })
}

/** Takes the picture of a customer away; one who has none stays as they are. */
export function removePicture({ db }: Pictures, actor: Actor, customer_id: string): Promise<CustomerDetail> {
  return db.transaction().execute(async (tx) => {
    const before = await lockCustomer(tx, customer_id)
    if (before.profile_picture === '') return before
    await releasePicture(tx, customer_id)
    const customer = await updateCustomer(tx, customer_id, { profile_picture: '' })
    await recordEvent(tx, actor, { name: 'customer.picture_removed', customer_id })
    return customer
  })
}
