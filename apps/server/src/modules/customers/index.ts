export { forgetOldBatches } from './batches.queries.ts'
export { batchesRoutes } from './batches.routes.ts'
export type { RequestEmailChange } from './change-own-profile.ts'
export { emailTaken, type Invite } from './create-customer.ts'
export { foldFacetTallies } from './customer-facets.queries.ts'
export { foldTallies } from './customer-list.queries.ts'
export {
  type CustomerInsert,
  getCustomer,
  insertCustomer,
  isEmailTaken,
  lockCustomer,
  setRole,
  touchedLastLogin,
  updateCustomer,
} from './customers.queries.ts'
export { customersRoutes } from './customers.routes.ts'
export { eventsRoutes } from './events.routes.ts'
export { insertNote } from './notes.queries.ts'
export { notesRoutes } from './notes.routes.ts'
export { profileRoutes } from './profile.routes.ts'
export { findRecipient, findRecipientByEmail, type Recipient } from './recipients.queries.ts'
export { listStaff } from './staff.queries.ts'
export { checkStaffChange } from './staff-account.ts'
export { emptyTrash } from './trash-customer.ts'
