import type { ActivityPage } from '@crm/contract'
import { api } from '../../../lib/session.ts'
import { useAnswer } from '../../ui/use-answer.ts'

const address = '/api/customers/activity/'

/** What happened to the account last, newest first. */
export const useActivity = () => useAnswer<ActivityPage>(address)

/** The page after that; throws a `Refusal`. */
export const listEarlier = (cursor: string): Promise<ActivityPage> =>
  api.ask(`${address}?cursor=${encodeURIComponent(cursor)}`)
