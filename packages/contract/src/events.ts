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
  'auth.role_granted',
  'auth.role_removed',
  'customer.registered',
  'customer.created_by_staff',
  'customer.profile_updated',
  'customer.picture_changed',
  'customer.picture_removed',
  'customer.deactivated',
  'customer.deletion_requested',
  'customer.trashed',
  'customer.restored',
  'customer.purged',
  'note.added',
  'note.changed',
  'note.removed',
  'store.changed',
] as const
export type EventName = (typeof eventNames)[number]

export const jobNames = [
  'send-verification-mail',
  'send-claim-mail',
  'send-password-reset-mail',
  'send-email-change-mail',
  'send-password-changed-notice',
  'send-session-warning',
  'send-deletion-notice',
  'end-sessions',
  'remove-stray-pictures',
] as const
export type JobName = (typeof jobNames)[number]
