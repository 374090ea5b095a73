import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { copyLine } from './copy-text.ts'
import { customerRow, type SeededCustomer } from './customer-row.ts'

const reference = new Date('2026-11-01T00:00:00Z')
const fiveYearsBefore = new Date('2021-11-01T00:00:00Z')
const many = 200_000

function rows(count: number, seed = 1): SeededCustomer[] {
  return Array.from({ length: count }, (_, row) => customerRow(row, seed, reference))
}

describe('a seeded customer', () => {
  it('is the same every time, byte for byte', () => {
    expect(rows(500).map(copyLine)).toEqual(rows(500).map(copyLine))
  })

  it('does not depend on the rows made before it', () => {
    const alone = copyLine(customerRow(999, 1, reference))
    expect(rows(1000).map(copyLine)[999]).toBe(alone)
  })

  it('is somebody else under another seed', () => {
    const same = rows(500).filter(({ id }, row) => customerRow(row, 2, reference).id === id)
    expect(same).toEqual([])
  })

  it('has an address that nobody has under another seed', () => {
    // Under both of these seeds somebody of row 40564 has the same name.
    const addresses = [1, 2].map((seed) => customerRow(40_564, seed, reference).email)
    expect(addresses[1]).toBe(addresses[0]?.replace('@', '.2@'))
  })
})

describe('two hundred thousand of them', () => {
  const all = rows(many)

  it('share neither an id nor an address', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(many)
    expect(new Set(all.map(({ email }) => email.toLowerCase().normalize('NFKC'))).size).toBe(many)
  })

  it('have addresses in plain letters at domains that reach nobody', () => {
    const pattern = /^[a-z]+([._]?[a-z]+)*[0-9]+@example\.(com|org|net)$/
    const longestMailbox = 64
    const wrong = all.filter(({ email }) => !pattern.test(email) || email.indexOf('@') > longestMailbox)
    expect(wrong).toEqual([])
  })

  it('have ids of version 7 that tell when they joined', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    const wrong = all.filter(
      ({ id, date_joined }) =>
        !pattern.test(id) || Number.parseInt(id.replace('-', '').slice(0, 12), 16) !== date_joined.getTime(),
    )
    expect(wrong).toEqual([])
  })

  it('are verified in six cases of ten', () => {
    const share = all.filter(({ is_verified }) => is_verified).length / many
    expect(Math.abs(share - 0.6)).toBeLessThan(0.005)
  })

  it('joined in the last five years, more of them lately, and nothing lies after the reference time', () => {
    const wrong = all.filter(
      ({ date_joined, last_login, updated_at }) =>
        date_joined < fiveYearsBefore ||
        (last_login ?? date_joined) < date_joined ||
        updated_at < (last_login ?? date_joined) ||
        updated_at > reference,
    )
    expect(wrong).toEqual([])
    const lately = all.filter(({ date_joined }) => date_joined >= new Date('2025-11-01T00:00:00Z')).length
    expect(lately / many).toBeGreaterThan(0.25)
  })

  it('have names in composed form, some with one name only, and phones and postal codes that are well formed', () => {
    const wrong = all.filter(
      ({ first_name, last_name, phone_number, postal_code }) =>
        first_name === '' ||
        `${first_name} ${last_name}` !== `${first_name} ${last_name}`.normalize('NFC') ||
        !/^(\+[1-9]\d{5,14})?$/.test(phone_number) ||
        !/^([KLMN]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d)?$/.test(postal_code),
    )
    expect(wrong).toEqual([])
    const oneName = all.filter(({ last_name }) => last_name === '').length
    expect(oneName).toBeGreaterThan(many * 0.005)
  })

  it('have phones that the telephone libraries believe in', () => {
    const phones = all.slice(0, 20_000).flatMap(({ phone_number }) => phone_number || [])
    expect(phones.filter((phone) => !isValidPhoneNumber(phone))).toEqual([])
  })

  it('hardly share a phone, and are asked for text messages only when they have one', () => {
    const toronto = all
      .map(({ phone_number }) => phone_number)
      .filter((phone) => /^\+1(?!876|809|718|305)/.test(phone))
    expect(new Set(toronto).size).toBe(toronto.length)
    expect(
      all.filter(({ sms_notifications, phone_number }) => sms_notifications && phone_number === ''),
    ).toEqual([])
  })
})
