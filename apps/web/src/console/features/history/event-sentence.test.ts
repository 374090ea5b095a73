import { type CustomerEvent, eventNames } from '@crm/contract'
import { describe, expect, test } from 'vitest'
import { overwriteGetLocale } from '../../../messages/runtime.js'
import { eventAuthor, eventSentence } from './event-sentence.ts'

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
    expect(reading('fr', () => eventSentence(promoted))).toBe('Rôle modifié\u00a0: de Caisse à Gestionnaire')
    expect(reading('en', () => eventSentence({ ...promoted, detail: { from: null, to: 'cashier' } }))).toBe(
      'Role given: Cashier',
    )
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
