import type { CustomerEvent, EventName } from '@crm/contract'
import { formatMoment } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { fieldName } from '../../ui/field-name.ts'
import { roleName } from '../../ui/role-name.ts'

type Detail = CustomerEvent['detail']

const role = (value: unknown) => roleName(String(value))

const roleGranted = ({ from, to }: Detail) =>
  from ? m.history_role_changed({ from: role(from), to: role(to) }) : m.history_role_granted({ to: role(to) })

function profileUpdated({ fields, changes }: Detail): string {
  if (!Array.isArray(fields) || fields.length === 0) return m.history_profile_updated()
  if (fields.length === 1 && becomes('is_active', changes)) return m.history_activated()
  if (fields.length === 1 && becomes('is_verified', changes)) return m.history_marked_verified()
  return m.history_profile_updated_fields({
    fields: fields.map((field) => fieldName(String(field))).join(', '),
  })
}

type Flag = 'is_active' | 'is_verified'
type Flags = Partial<Record<Flag, { to?: unknown }>>

const becomes = (flag: Flag, changes: unknown) => (changes as Flags | undefined)?.[flag]?.to === true

const storeFields: Record<string, () => string> = {
  name: m.settings_store_name,
  language: m.settings_store_language,
  time_zone: m.settings_store_time_zone,
  currency: m.settings_store_currency,
}

function storeChanged({ fields }: Detail): string {
  if (!Array.isArray(fields)) return m.history_store_changed()
  const names = fields.map((field) => storeFields[String(field)]?.() ?? String(field))
  return m.history_store_changed_fields({ fields: names.join(', ') })
}

/** An event that gets a name gets its sentence here, or this does not compile. */
const sentences: Record<EventName, (detail: Detail) => string> = {
  'auth.login_failed': ({ field }) => (field ? m.history_login_failed_field() : m.history_login_failed()),
  'auth.logged_in': ({ is_new_device }) =>
    is_new_device ? m.history_logged_in_new_device() : m.history_logged_in(),
  'auth.logged_out': () => m.history_logged_out(),
  'auth.session_ended': ({ session_id }) =>
    session_id ? m.history_session_ended() : m.history_session_ended_all(),
  'auth.session_refreshed': () => m.history_session_refreshed(),
  'auth.refresh_replayed': () => m.history_refresh_replayed(),
  'auth.password_changed': () => m.history_password_changed(),
  'auth.password_reset_requested': () => m.history_password_reset_requested(),
  'auth.password_reset': () => m.history_password_reset(),
  'auth.email_verified': () => m.history_email_verified(),
  'auth.unknown_address_asked': () => m.history_unknown_address_asked(),
  'auth.verification_requested': () => m.history_verification_requested(),
  'auth.email_change_requested': () => m.history_email_change_requested(),
  'auth.email_changed': () => m.history_email_changed(),
  'auth.role_granted': roleGranted,
  'auth.role_removed': ({ from }) => m.history_role_removed({ from: role(from) }),
  'auth.second_factor_begun': () => m.history_second_factor_begun(),
  'auth.second_factor_enabled': () => m.history_second_factor_enabled(),
  'auth.second_factor_disabled': () => m.history_second_factor_disabled(),
  'auth.second_factor_asked': ({ field }) =>
    field ? m.history_second_factor_asked_field() : m.history_second_factor_asked(),
  'auth.second_factor_failed': ({ field }) =>
    field ? m.history_second_factor_failed_field() : m.history_second_factor_failed(),
  'auth.recovery_code_used': () => m.history_recovery_code_used(),
  'auth.recovery_codes_renewed': () => m.history_recovery_codes_renewed(),
  'customer.registered': () => m.history_registered(),
  'customer.created_by_staff': () => m.history_created_by_staff(),
  'customer.profile_updated': profileUpdated,
  'customer.picture_changed': () => m.history_picture_changed(),
  'customer.picture_removed': () => m.history_picture_removed(),
  'customer.data_exported': () => m.history_data_exported(),
  'customer.deactivated': () => m.history_deactivated(),
  'customer.deletion_requested': () => m.history_deletion_requested(),
  'customer.trashed': () => m.history_trashed(),
  'customer.restored': () => m.history_restored(),
  'customer.purged': () => m.history_purged(),
  'note.added': () => m.history_note_added(),
  'note.changed': () => m.history_note_changed(),
  'note.removed': () => m.history_note_removed(),
  'store.changed': storeChanged,
}

type Told = { name: string; detail: Detail }

/** What happened, in the reader's language; a server newer than this page may tell of more than it knows. */
export function eventSentence(event: Told): string {
  const undid = event.detail.undone_batch_id ? whatWasUndone(event) : undefined
  return undid ? m.history_undid({ what: undid }) : plainSentence(event)
}

const plainSentence = ({ name, detail }: Told): string =>
  sentences[name as EventName]?.(detail) ?? m.history_unknown({ name })

/** What the undoing of a batch took back, told as it was then; what only follows from the undoing is told as itself. */
function whatWasUndone({ name, detail }: Told): string | undefined {
  if (name === 'customer.restored') return m.history_trashed()
  if (name !== 'customer.profile_updated') return undefined
  const { is_active, is_verified } = (detail.changes ?? {}) as Flags
  if (is_active) return is_active.to ? m.history_deactivated() : m.history_activated()
  return is_verified ? m.history_marked_verified() : profileUpdated(detail)
}

/** When and by whom the batch that an event was a part of was undone; empty where it was not. */
export function undoneSentence(
  { undone }: Pick<CustomerEvent, 'undone'>,
  customer_id: string,
  reader_id: string,
): string {
  if (!undone) return ''
  const moment = formatMoment(undone.occurred_at)
  return m.history_undone({ moment, author: eventAuthor(undone, customer_id, reader_id) }).trim()
}

/** Who did it, seen from the reader and the customer; empty where nobody is known. */
export function eventAuthor(
  { actor }: Pick<CustomerEvent, 'actor'>,
  customer_id: string,
  reader_id: string,
): string {
  if (!actor) return ''
  if (actor.id === reader_id) return m.history_by_you()
  if (actor.id === customer_id) return m.history_by_customer()
  return m.history_by({ name: actor.name ?? m.history_gone(), role: roleName(actor.role) })
}
