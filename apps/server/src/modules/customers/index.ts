export { forgetOldBatches } from './batches.queries.ts'
export { batchesRoutes } from './batches.routes.ts'
export type { RequestEmailChange } from './change-own-profile.ts'
export { checkEmailIsFree, emailTaken, type Invite } from './create-customer.ts'
export { foldFacetTallies } from './customer-facets.queries.ts'
export { foldTallies } from './customer-list.queries.ts'
export { customersJobs } from './customers.jobs.ts'
export {
  type CustomerInsert,
  getCustomer,
  insertCustomer,
  lockCustomer,
  setRole,
  touchedLastLogin,
  touchLastLogin,
  updateCustomer,
} from './customers.queries.ts'
export { customersRoutes } from './customers.routes.ts'
export { eventsRoutes } from './events.routes.ts'
export { forgetFormerEmail, forgetOldFormerEmails, listFormerEmails } from './former-emails.queries.ts'
export { insertNote } from './notes.queries.ts'
export { notesRoutes } from './notes.routes.ts'
export { mediaRoutes } from './pictures/media.routes.ts'
export { picturesRoutes } from './pictures/pictures.routes.ts'
export { removeStrayPictures } from './pictures/remove-stray-pictures.ts'
export { profileRoutes } from './profile.routes.ts'
export { profileData } from './profiles.queries.ts'
export { findLeaver, findRecipient, findRecipientByEmail, type Recipient } from './recipients.queries.ts'
export { listStaff } from './staff.queries.ts'
export { checkStaffChange } from './staff-account.ts'
export { daysInTrash, emptyTrash, trashOwnAccount } from './trash-customer.ts'
