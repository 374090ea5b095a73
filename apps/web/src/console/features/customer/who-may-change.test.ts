import type { Role } from '@crm/contract'
import { describe, expect, test } from 'vitest'
import { whyNotAccount, whyNotEmail, whyNotLockOut, whyNotProfile } from './who-may-change.ts'

const reader = (role: Role) => ({ id: 'reader', role })
const customer = { id: 'customer', role: null }
const staff = (role: Role) => ({ id: 'colleague', role })

describe('works', () => {
  test.each(['owner', 'manager', 'cashier'] as const)('a %s corrects what a customer says', (role) => {
    expect(whyNotProfile(reader(role), customer)).toBeUndefined()
  })

  test('a manager decides who of the customers can sign in, an owner also who of the staff', () => {
    expect(whyNotAccount(reader('manager'), customer)).toBeUndefined()
    expect(whyNotAccount(reader('owner'), staff('manager'))).toBeUndefined()
  })

  test('everybody at the till may write their own profile', () => {
    expect(whyNotProfile(reader('cashier'), { id: 'reader', role: 'cashier' })).toBeUndefined()
  })
})

describe('refuses', () => {
  test.each(['marketer', 'auditor'] as const)('a %s only reads', (role) => {
    expect(whyNotProfile(reader(role), customer)).toBeTruthy()
    expect(whyNotAccount(reader(role), customer)).toBeTruthy()
  })

  test('a cashier changes neither the way into an account nor a colleague', () => {
    expect(whyNotEmail(reader('cashier'), customer)).toBeTruthy()
    expect(whyNotProfile(reader('cashier'), staff('auditor'))).toBeTruthy()
  })

  test('a manager touches neither an owner nor the sign-in of staff', () => {
    expect(whyNotProfile(reader('manager'), staff('owner'))).toBeTruthy()
    expect(whyNotProfile(reader('manager'), staff('cashier'))).toBeUndefined()
    expect(whyNotAccount(reader('manager'), staff('cashier'))).toBeTruthy()
  })

  test('nobody changes their own address here or locks themselves out', () => {
    const own = { id: 'reader', role: 'owner' } as const
    expect(whyNotEmail(reader('owner'), own)).toBeTruthy()
    expect(whyNotLockOut(reader('owner'), own)).toBeTruthy()
    expect(whyNotLockOut(reader('owner'), staff('owner'))).toBeUndefined()
  })
})
