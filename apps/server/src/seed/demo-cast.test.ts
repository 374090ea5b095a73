import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { demoCast, demoPassword } from './demo-cast.ts'
import { demoNotes } from './demo-notes.ts'

const people = demoCast.map((person) => ({
  ...person,
  name: `${person.first_name} ${person.last_name}`.trim(),
}))

describe('the demo cast', () => {
  it('has one owner, and somebody in every other role', () => {
    const roles = people.flatMap(({ role }) => role ?? [])
    expect(roles.toSorted()).toEqual(['auditor', 'cashier', 'manager', 'marketer', 'owner'])
  })

  it('shares neither ids nor addresses', () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
  })

  it('never meets a seeded customer: those addresses end in a number', () => {
    expect(people.filter(({ email }) => !/^[a-z.-]*[a-z]@example\.(com|org|net)$/.test(email))).toEqual([])
  })

  it.each(people)('has an id that tells when $name joined, and nothing before that', (person) => {
    expect(Number.parseInt(person.id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(person.date_joined))
    expect(Date.parse(person.last_login ?? person.date_joined)).toBeGreaterThanOrEqual(
      Date.parse(person.date_joined),
    )
    expect(person.name).toBe(person.name.normalize('NFC'))
  })

  it('has the cases that screens must cope with', () => {
    expect(people.some(({ last_name }) => last_name === '')).toBe(true)
    expect(people.some(({ phone_number }) => phone_number === '')).toBe(true)
    expect(people.some(({ is_verified }) => !is_verified)).toBe(true)
    expect(people.some(({ is_active }) => !is_active)).toBe(true)
    expect(people.some(({ trashed_at }) => trashed_at !== null)).toBe(true)
    expect(people.some(({ preferred_language }) => preferred_language === 'fr')).toBe(true)
  })

  it('has phones that the telephone libraries believe in', () => {
    const phones = people.flatMap(({ phone_number }) => phone_number || [])
    expect(phones.filter((phone) => !isValidPhoneNumber(phone))).toEqual([])
  })

  it('has a password that the store would accept', () => {
    expect(demoPassword).toMatch(/^(?=.*[A-Za-z])(?=.*\d)(?=.*[^A-Za-z\d]).{8,}$/)
  })
})

describe('the notes', () => {
  it('are by staff, about customers, and younger than both', () => {
    const find = (id: string) => people.find((person) => person.id === id)
    for (const { customer_id, created_by, created_at } of demoNotes) {
      expect(find(created_by)?.role).toBeTruthy()
      expect(find(customer_id)?.role).toBeNull()
      expect(created_at > (find(customer_id)?.date_joined ?? '')).toBe(true)
      expect(created_at > (find(created_by)?.date_joined ?? '')).toBe(true)
    }
  })
})
