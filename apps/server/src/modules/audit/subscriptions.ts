import type { EventName, JobName } from '@crm/contract'

/** What follows from what happened. The jobs are asked for in the transaction of the event itself. */
export const subscriptions: Partial<Record<EventName, readonly JobName[]>> = {
  'customer.registered': ['send-verification-mail'],
  'customer.created_by_staff': ['send-claim-mail'],
  'customer.picture_changed': ['remove-stray-pictures'],
  'customer.picture_removed': ['remove-stray-pictures'],
  'customer.deactivated': ['end-sessions'],
  'customer.trashed': ['end-sessions'],
  'customer.deletion_requested': ['send-deletion-notice'],
  'auth.verification_requested': ['send-verification-mail'],
  'auth.password_reset_requested': ['send-password-reset-mail'],
  'auth.email_change_requested': ['send-email-change-mail'],
  'auth.email_changed': ['send-email-changed-notice'],
  'auth.password_changed': ['send-password-changed-notice'],
  'auth.password_reset': ['send-password-changed-notice'],
  'auth.second_factor_enabled': ['send-second-factor-notice'],
  'auth.second_factor_disabled': ['send-second-factor-notice'],
  'auth.recovery_codes_renewed': ['send-second-factor-notice'],
  'auth.refresh_replayed': ['send-session-warning'],
}
