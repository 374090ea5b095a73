import type { Profile } from '@crm/contract'
import { api, updatePerson } from '../../../lib/session.ts'
import { keepAnswer, useAnswer } from '../../ui/use-answer.ts'
import { upload } from './upload.ts'

const address = '/api/customers/profile/'
const pictureAddress = '/api/customers/profile/picture/'

export type ProfileChanges = Partial<Omit<Profile, 'id'>> & { password?: string; otp?: string | undefined }

export const useProfile = () => useAnswer<Profile>(address)

/** What was saved shows at once on every page. */
function keep(profile: Profile): Profile {
  keepAnswer(address, profile)
  const { first_name, full_name, profile_picture } = profile
  updatePerson({ first_name, full_name, profile_picture })
  return profile
}

/** Writes what changed; a new address asks for the password and counts once the mailed link is followed. */
export const saveProfile = async (changes: ProfileChanges): Promise<Profile> =>
  keep(await api.ask<Profile>(address, { method: 'PATCH', body: changes }))

/** Puts a square picture in the place of the last one; `onProgress` hears how much is sent, from 0 to 1. */
export const savePicture = async (picture: Blob, onProgress: (part: number) => void): Promise<Profile> =>
  keep(await upload<Profile>(pictureAddress, picture, onProgress))

export const removePicture = async (): Promise<Profile> =>
  keep(await api.ask<Profile>(pictureAddress, { method: 'DELETE' }))
