import { type CustomerEvent, eventNames } from '@crm/contract'
import { describe, expect, test, vi } from 'vitest'
import { overwriteGetLocale } from '../../../messages/runtime.js'
import { eventAuthor, eventSentence, undoneSentence } from './event-sentence.ts'

vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'en' })
  vi.stubGlobal('document', { documentElement: {} })
})

const reading = <Text>(locale: 'en' | 'fr', read: () => Text): Text => {
  overwriteGetLocale(() => locale)
  return read()
}

const event: CustomerEvent = {
  id: '1',
  name: 'note.added',
  occurred_at: '2026-11-22T16:05:12.004200Z',
  actor: { id: 'kwabena', name: 'Kwabena Boateng', role: 'manager' },
  detail: {},
  undone: null,
}

describe('works', () => {
  test.each(eventNames)('%s is a sentence of its own in both languages', (name) => {
    const told = (locale: 'en' | 'fr') => reading(locale, () => eventSentence({ name, detail: {} }))
    expect(told('en')).not.toContain(name)
    expect(told('fr')).not.toContain(name)
    expect(told('en')).not.toBe(told('fr'))
  })

  test('no two events are told in the same words', () => {
    const told = reading('en', () => eventNames.map((name) => eventSentence({ name, detail: {} })))
    expect(new Set(told).size).toBe(eventNames.length)
  })

  test('names the fields of a changed profile and the roles of a change in the language of the reader', () => {
    const changed = { name: 'customer.profile_updated', detail: { fields: ['city', 'phone_number'] } }
    const promoted = { name: 'auth.role_granted', detail: { from: 'cashier', to: 'manager' } }
    expect(reading('en', () => eventSentence(changed))).toBe('Profile changed: City, Phone')
    expect(reading('fr', () => eventSentence(promoted))).toBe('Rôle modifié\u00a0: de Caisse à Gérance')
    expect(reading('en', () => eventSentence({ ...promoted, detail: { from: null, to: 'cashier' } }))).toBe(
      'Role given: Cashier',
    )
  })

  test('letting somebody sign in again is told as such', () => {
    const detail = { fields: ['is_active'], changes: { is_active: { from: false, to: true } } }
    expect(reading('en', () => eventSentence({ name: 'customer.profile_updated', detail }))).toBe(
      'Account activated',
    )
  })

  test.each([
    ['customer.restored', {}, 'Undone: Moved to the trash', 'Annulé\u00a0: Mise à la corbeille'],
    [
      'customer.profile_updated',
      { fields: ['is_active'], changes: { is_active: { from: false, to: true } } },
      'Undone: Account deactivated',
      'Annulé\u00a0: Compte désactivé',
    ],
    [
      'customer.profile_updated',
      { fields: ['is_active'], changes: { is_active: { from: true, to: false } } },
      'Undone: Account activated',
      'Annulé\u00a0: Compte réactivé',
    ],
    [
      'customer.profile_updated',
      { fields: ['is_verified'], changes: { is_verified: { from: true, to: false } } },
      'Undone: Email marked as verified',
      'Annulé\u00a0: Courriel marqué comme vérifié',
    ],
    ['customer.deactivated', {}, 'Account deactivated', 'Compte désactivé'],
  ])('%s %j of an undoing says what it takes back', (name, detail, english, french) => {
    const undoing = { name, detail: { ...detail, undone_batch_id: 'x' } }
    expect(reading('en', () => eventSentence(undoing))).toBe(english)
    expect(reading('fr', () => eventSentence(undoing))).toBe(french)
  })

  test('says when and by whom something was undone', () => {
    const undone = { occurred_at: '2026-11-23T16:05:12.004200Z', actor: event.actor }
    const told = (reader: string) => reading('en', () => undoneSentence({ undone }, 'ola', reader))
    expect(told('marie')).toMatch(/^Undone on .*2026.* by Kwabena Boateng, Manager$/)
    expect(told('kwabena')).toMatch(/ by you$/)
    expect(undoneSentence({ undone: null }, 'ola', 'marie')).toBe('')
  })

  test('tells one device signed out from all of them', () => {
    const ended = (detail: object) =>
      reading('en', () => eventSentence({ name: 'auth.session_ended', detail: { ...detail } }))
    expect(ended({ session_id: 'x' })).toBe('Signed out on one device')
    expect(ended({ ended: 3 })).toBe('Signed out everywhere')
  })

  test('says who did it from where the reader stands', () => {
    const by = (customer: string, reader: string) => reading('en', () => eventAuthor(event, customer, reader))
    expect(by('ola', 'marie')).toBe('by Kwabena Boateng, Manager')
    expect(by('ola', 'kwabena')).toBe('by you')
    expect(by('kwabena', 'marie')).toBe('by the customer')
    expect(eventAuthor({ ...event, actor: null }, 'ola', 'marie')).toBe('')
  })
})

test('an event that the page does not know yet is shown with its name', () => {
  const told = reading('en', () => eventSentence({ name: 'loyalty.points_given', detail: {} }))
  expect(told).toContain('loyalty.points_given')
})
