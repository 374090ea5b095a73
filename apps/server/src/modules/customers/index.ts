export type { RequestEmailChange } from './change-own-profile.ts'
export { emailTaken, type Invite } from './create-customer.ts'
export { foldTallies } from './customer-list.queries.ts'
export {
  type CustomerInsert,
  findRecipient,
  findRecipientByEmail,
  getCustomer,
  insertCustomer,
  isEmailTaken,
  lockCustomer,
  type Recipient,
  setRole,
  touchLastLogin,
  updateCustomer,
} from './customers.queries.ts'
export { customersRoutes } from './customers.routes.ts'
export { insertNote } from './notes.queries.ts'
export { notesRoutes } from './notes.routes.ts'
export { profileRoutes } from './profile.routes.ts'
export { checkStaffChange } from './staff-account.ts'
export { emptyTrash } from './trash-customer.ts'
