import type { DemoCustomer } from './demo-customer.ts'
import { demoRegulars } from './demo-regulars.ts'
import { demoSpecialCases } from './demo-special-cases.ts'
import { demoStaff } from './demo-staff.ts'

/** Everybody in the demonstration store signs in with it. */
export const demoPassword = 'Jollof-Friday-24'

/** The people whom screens, tests and demonstrations know by name: always the same, to the last field. */
export const demoCast: readonly DemoCustomer[] = [...demoStaff, ...demoRegulars, ...demoSpecialCases]
