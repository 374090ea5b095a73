import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp } from '../../../test/cast.ts'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'

let crm: TestApp
let token: string
beforeAll(async () => {
  crm = await createTestApp()
  token = (await signUp(crm)).access
})
afterAll(() => crm.close())

const profile = '/api/customers/profile/'
const patch = (body: unknown) => crm.call('PATCH', profile, { token, body })

describe('refusals have the shape that clients know', () => {
  test.each([
    ['null', 'No data provided'],
    ['[]', 'Invalid data. Expected a dictionary, but got list.'],
    ['"text"', 'Invalid data. Expected a dictionary, but got str.'],
    ['3', 'Invalid data. Expected a dictionary, but got int.'],
    ['1.5', 'Invalid data. Expected a dictionary, but got float.'],
    ['true', 'Invalid data. Expected a dictionary, but got bool.'],
  ])('a body that is %s is wrong as a whole', async (body, message) => {
    expect(await patch(body)).toMatchObject({ status: 400, json: { non_field_errors: [message] } })
  })

  test.each(['{broken', '{"a":NaN}', '{"a":1', '\uFEFF', "{'a':1}", '[1,]'])(
    '%j is not JSON',
    async (body) => {
      const { status, json } = await patch(body)
      expect(status).toBe(400)
      expect(json).toEqual({ detail: expect.stringMatching(/^JSON parse error - /), code: 'parse_error' })
    },
  )

  test.each(['{"password": "Hunter2!" oops}', '{"password": Hunter2!}', 'Hunter2!'])(
    'what was sent, %s, is not repeated where it broke: it may be a password',
    async (body) => {
      const { status, text } = await crm.call('POST', '/api/customers/login/', { body })
      expect(status).toBe(400)
      expect(text).not.toMatch(/Hunter2|oops/)
    },
  )

  test('bytes that are no UTF-8 are not JSON', async () => {
    const answer = await crm.app.inject({
      method: 'PATCH',
      url: profile,
      headers: { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]),
    })
    expect(answer.json()).toMatchObject({ code: 'parse_error' })
  })

  test('every required field is asked for, in the order of the form', async () => {
    const { status, json } = await crm.call('POST', '/api/customers/register/', { body: {} })
    expect(status).toBe(400)
    expect(Object.entries(json)).toEqual(
      ['email', 'password', 'password_confirm', 'first_name', 'last_name'].map((field) => [
        field,
        ['This field is required.'],
      ]),
    )
  })

  test.each([
    ['first_name', null, 'This field may not be null.'],
    ['first_name', '  ', 'This field may not be blank.'],
    ['first_name', true, 'Not a valid string.'],
    ['first_name', [], 'Not a valid string.'],
    ['first_name', {}, 'Not a valid string.'],
    ['first_name', 'x'.repeat(151), 'Ensure this field has no more than 150 characters.'],
    ['city', 'x\0y', 'Null characters and broken Unicode are not allowed.'],
    ['city', '\ud83c', 'Null characters and broken Unicode are not allowed.'],
    ['city', 'x'.repeat(101), 'Ensure this field has no more than 100 characters.'],
    ['postal_code', 'x'.repeat(21), 'Ensure this field has no more than 20 characters.'],
    ['email', '', 'This field may not be blank.'],
    ['email', null, 'This field may not be null.'],
    ['email', 5, 'Enter a valid email address.'],
    ['email', [], 'Enter a valid email address.'],
    ['email', `${'x'.repeat(250)}@a.ca`, 'Ensure this field has no more than 254 characters.'],
    ['preferred_language', 'de', '"de" is not a valid choice.'],
    ['preferred_language', '', '"" is not a valid choice.'],
    ['email_notifications', 'maybe', 'Must be a valid boolean.'],
    ['email_notifications', null, 'This field may not be null.'],
    ['date_of_birth', '', 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'],
    ['date_of_birth', '2001-02-30', 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'],
    ['date_of_birth', '0000-01-01', 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'],
    ['date_of_birth', '2999-01-01', 'Enter a date from 1900 to today.'],
  ])('%s as %j: one message that says what is wrong', async (field, value, message) => {
    expect(await patch({ [field]: value })).toMatchObject({ status: 400, json: { [field]: [message] } })
  })

  test('wrong credentials are the same words for a stranger, without an invitation to send a token', async () => {
    const { email } = await crm.register()
    for (const address of [email, newEmail()]) {
      const { status, json, headers } = await crm.call('POST', '/api/customers/login/', {
        body: { email: address, password: 'Wrong-Pass-1!' },
      })
      expect({ status, json }).toEqual({ status: 401, json: { error: 'Invalid credentials' } })
      expect(headers).not.toHaveProperty('www-authenticate')
    }
  })

  test.each([
    [undefined, 'not_authenticated'],
    ['Basic abc', 'not_authenticated'],
    ['Bearer', 'token_not_valid'],
    ['Bearer a b', 'token_not_valid'],
    ['Bearer garbage', 'token_not_valid'],
  ])('the authorization %s is refused as %s', async (authorization, code) => {
    const { status, json, headers } = await crm.call('GET', profile, {
      headers: authorization ? { authorization } : {},
    })
    expect(status).toBe(401)
    expect(json).toEqual({ detail: expect.any(String), code })
    expect(headers['www-authenticate']).toBe('Bearer realm="api"')
  })

  test.each([
    ['text/plain', 'Unsupported media type "text/plain" in request.'],
    ['', 'Unsupported media type "" in request.'],
  ])('a body of type %j is not read', async (type, detail) => {
    const { status, json } = await crm.call('PATCH', profile, {
      token,
      body: '{}',
      headers: { 'content-type': type },
    })
    expect({ status, json }).toEqual({ status: 415, json: { detail, code: 'unsupported_media_type' } })
  })

  test.each([
    ['GET', '/nowhere/'],
    ['POST', '/api/customers/nowhere/'],
    ['GET', '//api/customers/health/'],
    ['GET', '/api/customers/sessions/../profile/nothing/'],
  ])('%s %s is not there', async (method, path) => {
    expect(await crm.call(method, path)).toMatchObject({
      status: 404,
      json: { detail: 'Not found.', code: 'not_found' },
    })
  })

  test.each(['%', '%zz', '%E0%A4%A', '%c0%af'])(
    'a broken escape in the address, %s, is said to be one',
    async (broken) => {
      const { status, json, headers } = await crm.call('GET', `/api/customers/${broken}/`)
      expect(status).toBe(400)
      expect(json).toEqual({ detail: 'The address has a broken escape sequence.', code: 'bad_request' })
      expect(headers['x-request-id']).toBeTruthy()
    },
  )

  test('a host that we do not answer for', async () => {
    const { status, json } = await crm.call('GET', '/', { headers: { host: 'evil.example' } })
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'disallowed_host' })
  })
})

describe('methods', () => {
  test.each([
    ['GET', '/api/customers/login/', 'POST, OPTIONS'],
    ['DELETE', '/api/customers/health/', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/api/customers/login/', 'POST, OPTIONS'],
    ['TRACE', '/api/customers/login/', 'POST, OPTIONS'],
    ['POST', '/api/docs/', 'GET, HEAD, OPTIONS'],
  ])('%s %s is answered with what is allowed', async (method, path, allow) => {
    const { status, json, headers } = await crm.call(method, path)
    expect({ status, json, allow: headers.allow }).toEqual({
      status: 405,
      json: { detail: `Method "${method}" not allowed.`, code: 'method_not_allowed' },
      allow,
    })
  })

  test('with a token, the methods of the profile', async () => {
    const { status, headers } = await crm.call('DELETE', profile, { token })
    expect({ status, allow: headers.allow }).toEqual({
      status: 405,
      allow: 'GET, PUT, PATCH, HEAD, OPTIONS',
    })
  })

  test('HEAD is GET without the body', async () => {
    const get = await crm.call('GET', profile, { token })
    const head = await crm.call('HEAD', profile, { token })
    expect(head.status).toBe(200)
    expect(head.text).toBe('')
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })

  test('HEAD where only POST is allowed is refused without a body', async () => {
    const { status, text, headers } = await crm.call('HEAD', '/api/customers/login/')
    expect({ status, text, allow: headers.allow }).toEqual({ status: 405, text: '', allow: 'POST, OPTIONS' })
  })

  test('OPTIONS tells the methods to anybody, and of an unknown path nothing', async () => {
    const { status, headers } = await crm.call('OPTIONS', profile)
    expect({ status, allow: headers.allow }).toEqual({ status: 204, allow: 'GET, PUT, PATCH, HEAD, OPTIONS' })
    expect((await crm.call('OPTIONS', '/nowhere/')).status).toBe(404)
  })
})

describe('what is taken as it is meant', () => {
  test('the same path without the slash, for reading and for writing', async () => {
    expect((await crm.call('GET', '/api/customers/profile', { token })).status).toBe(200)
    expect(
      (await crm.call('PATCH', '/api/customers/profile', { token, body: { city: 'Ajax' } })).status,
    ).toBe(200)
    expect((await crm.call('PUT', '/api/customers/login')).status).toBe(405)
  })

  test('numbers as text, text with spaces around it, and text in any script', async () => {
    const { json } = await patch({
      city: '  Áéí ',
      postal_code: 5,
      first_name: 'ትዕግሥት',
      street_address: '👩🏾‍🍳'.repeat(20),
    })
    expect(json).toMatchObject({ city: 'Áéí', postal_code: '5', first_name: 'ትዕግሥት' })
  })

  test.each(['yes', 'on', 'true', 'T', 'Y', '1', 1, 'YES', true])('%j as yes', async (value) => {
    expect((await patch({ sms_notifications: value })).json.sms_notifications).toBe(true)
  })
  test.each(['no', 'off', 'false', 'F', 'n', '0', 0, 'Off', false])('%j as no', async (value) => {
    expect((await patch({ sms_notifications: value })).json.sms_notifications).toBe(false)
  })

  test('no body at all, and an empty one, as a change of nothing', async () => {
    expect((await crm.call('PATCH', profile, { token })).status).toBe(200)
    expect((await patch('')).status).toBe(200)
    expect((await patch({})).status).toBe(200)
  })

  test('lengths are counted in characters, whatever a character takes', async () => {
    const city = '𐍈'.repeat(100)
    expect((await patch({ city })).json.city).toBe(city)
    expect((await patch({ city: `${city}x` })).status).toBe(400)
  })

  test('the last of two fields with the same name', async () => {
    expect((await patch('{"city": "Ajax", "city": "Whitby"}')).json.city).toBe('Whitby')
  })

  test('fields that are unknown or read-only, by not looking at them', async () => {
    const { status, json } = await patch({ city: 'Ajax', loyalty_points: 5, nothing: 1, date_joined: 'x' })
    expect({ status, points: json.loyalty_points }).toEqual({ status: 200, points: 0 })
  })

  test('a whole profile of which only the email is there: the rest stays', async () => {
    const { email } = (await crm.call('GET', profile, { token })).json
    await patch({ city: 'Oshawa' })
    expect((await crm.call('PUT', profile, { token, body: { email } })).json.city).toBe('Oshawa')
    expect((await crm.call('PUT', profile, { token, body: {} })).json).toEqual({
      email: ['This field is required.'],
    })
  })

  test('a password with spaces around it, exactly so', async () => {
    const spaced = ` ${password} `
    const { email } = await crm.register({ password: spaced, password_confirm: spaced })
    const logIn = (given: string) =>
      crm.call('POST', '/api/customers/login/', { body: { email, password: given } })
    expect((await logIn(spaced)).status).toBe(200)
    expect((await logIn(password)).status).toBe(401)
  })
})
