import { createHash, timingSafeEqual } from 'node:crypto'
import { getStoreId } from '../store/index.ts'
import type { AuthContext } from './context.ts'
import { hasOwner } from './ensure-owner.ts'

type Parts = Pick<AuthContext, 'db' | 'makeToken'>

/** Made anew from the secret and from what tells this database from others: it is kept nowhere. */
const tokenOf = async ({ db, makeToken }: Parts) => makeToken(`set up the store ${await getStoreId(db)}`)

/** The link with which the first owner sets the store up; undefined where there is an owner already. */
export async function findSetupLink(parts: Parts, publicUrl: string): Promise<string | undefined> {
  if (await hasOwner(parts.db)) return undefined
  const url = new URL('/setup/', publicUrl)
  url.searchParams.set('token', await tokenOf(parts))
  return url.href
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()

/** Whether a token is the one of the printed link, used or not. */
export const isSetupToken = async (parts: Parts, token: string): Promise<boolean> =>
  timingSafeEqual(hashOf(token), hashOf(await tokenOf(parts)))
