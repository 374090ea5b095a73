import type { Activity, ActivityName } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import type { NewsItem } from '../../ui/news-lines.tsx'

type By = Activity['by']

const byStore = (store: () => string, you: () => string) => (by: By) => (by === 'store' ? store() : you())

/** What customers are told gets its sentence here, or this does not compile. */
const sentences: Record<ActivityName, (by: By) => string> = {
  'customer.registered': m.activity_registered,
  'customer.created_by_staff': m.activity_created_by_store,
  'customer.profile_updated': byStore(m.activity_profile_by_store, m.activity_profile),
  'customer.picture_changed': m.activity_picture,
  'customer.picture_removed': m.activity_picture_removed,
  'customer.data_exported': m.activity_data_exported,
  'customer.deletion_requested': m.activity_deletion_requested,
  'customer.restored': m.activity_restored,
  'auth.logged_in': m.activity_new_device,
  'auth.session_ended': byStore(m.activity_sessions_ended_by_store, m.activity_session_ended),
  'auth.refresh_replayed': m.activity_refresh_replayed,
  'auth.email_verified': m.activity_email_verified,
  'auth.email_change_requested': m.activity_email_requested,
  'auth.email_changed': byStore(m.activity_email_by_store, m.activity_email),
  'auth.password_changed': m.activity_password,
  'auth.password_reset': m.activity_password_by_mail,
  'auth.second_factor_enabled': m.activity_second_factor_on,
  'auth.second_factor_disabled': byStore(m.activity_second_factor_off_by_store, m.activity_second_factor_off),
  'auth.recovery_code_used': m.activity_recovery_code,
  'auth.recovery_codes_renewed': m.activity_recovery_codes,
}

/** A line of the account's history in plain words; a server newer than this page may tell of more than it knows. */
export const newsOf = ({ id, name, created_at, by }: Activity): NewsItem => ({
  id,
  created_at,
  text: sentences[name]?.(by) ?? m.activity_other(),
})
