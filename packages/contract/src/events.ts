/** Names of what happened and of what follows from it. One line each; details hold ids, codes and numbers only. */

export const eventNames = [
  'auth.login_failed',
  'auth.logged_in',
  'auth.logged_out',
  'auth.session_ended',
  'auth.session_refreshed',
  'auth.refresh_replayed',
  'auth.password_changed',
  'auth.password_reset_requested',
  'auth.password_reset',
  'auth.email_verified',
  'auth.unknown_address_asked',
  'auth.verification_requested',
  'auth.email_change_requested',
  'auth.email_changed',
  'auth.second_factor_begun',
  'auth.second_factor_enabled',
  'auth.second_factor_disabled',
  'auth.second_factor_asked',
  'auth.second_factor_failed',
  'auth.recovery_code_used',
  'auth.recovery_codes_renewed',
  'auth.role_granted',
  'auth.role_removed',
  'customer.registered',
  'customer.created_by_staff',
  'customer.profile_updated',
  'customer.deactivated',
  'customer.trashed',
  'customer.restored',
  'customer.purged',
  'note.added',
  'note.changed',
  'note.removed',
] as const
export type EventName = (typeof eventNames)[number]

export const jobNames = [
  'send-verification-mail',
  'send-claim-mail',
  'send-password-reset-mail',
  'send-email-change-mail',
  'send-password-changed-notice',
  'send-session-warning',
  'end-sessions',
] as const
export type JobName = (typeof jobNames)[number]
