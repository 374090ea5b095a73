import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, newEmail, password, type TestApp } from '../../../test/test-app.ts'
import { forgetOldFormerEmails } from '../customers/index.ts'
import {
  addByStaff,
  api,
  changeByStaff,
  logIn,
  mailedToken,
  quickPasswords,
  trashByStaff,
} from './auth.fixture.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({
    passwords: quickPasswords(),
    settings: { PUBLIC_URL: 'https://crm.example.com', ALLOWED_HOSTS: 'localhost' },
  })
})
afterAll(() => crm.close())

const mailsTo = async (email: string) => {
  await crm.runJobs()
  return crm.outbox.filter(({ to }) => to === email)
}
const wantEmail = (access: string, email: string) =>
  crm.call('PATCH', `${api}/profile/`, { token: access, body: { email, password } })

describe('works', () => {
  test('a customer whom staff added chooses a password by mail, and signs in verified', async () => {
    const { id, email } = await addByStaff(crm, newEmail())
    const [mail] = await mailsTo(email)
    expect(mail?.subject).toBe('Your account at Afro-Caribbean Store')
    const token = await mailedToken(crm, email)
    expect(mail?.text).toContain(`https://crm.example.com/reset-password?token=${token}`)

    const body = { token, new_password: password, new_password_confirm: password }
    expect((await crm.call('POST', `${api}/password-reset/confirm/`, { body })).status).toBe(200)
    expect((await logIn(crm, email)).json.customer).toMatchObject({ id, is_verified: true })
  })

  test('who reads French is written to in French', async () => {
    const { email, tokens } = await crm.register({ preferred_language: 'fr', first_name: 'Aïssatou' })
    await crm.call('POST', `${api}/password-reset/`, { body: { email } })
    const claimed = await addByStaff(crm, newEmail(), { preferred_language: 'fr' })
    const wanted = newEmail()
    await wantEmail(tokens.access, wanted)

    const mails = [...(await mailsTo(email)), ...(await mailsTo(claimed.email)), ...(await mailsTo(wanted))]
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Confirmez votre adresse courriel',
      'Choisissez un nouveau mot de passe',
      'Votre adresse courriel va changer',
      'Votre compte chez Afro-Caribbean Store',
      'Confirmez votre nouvelle adresse courriel',
    ])
    for (const { html } of mails) expect(html).toContain('<html lang="fr">')
    expect(mails[0]?.text).toContain('Bonjour Aïssatou,')
    expect(mails[0]?.text).toMatch(/https:\/\/crm\.example\.com\/verify-email\?token=/)
  })

  test('mails say the name that the store has when they are written', async () => {
    const { email } = await crm.register({ preferred_language: 'fr' })
    const token = await crm.ownerToken()
    const rename = (name: string) => crm.call('PATCH', '/api/store/', { token, body: { name } })
    await rename('Marché <Adé> & Frères')
    const [mail] = await mailsTo(email)
    await rename('Afro-Caribbean Store')
    expect(mail?.text).toContain('Bienvenue chez Marché <Adé> & Frères !')
    expect(mail?.text).toContain('à bientôt chez Marché <Adé> & Frères.')
    expect(mail?.html).toContain('à bientôt chez Marché &lt;Adé&gt; &amp; Frères.')
  })

  test('who reads a language that has no words yet is written to in English', async () => {
    const { email } = await crm.register({ preferred_language: 'yo' })
    const [mail] = await mailsTo(email)
    expect(mail?.subject).toBe('Please verify your email address')
    expect(mail?.html).toContain('<html lang="en">')
    expect(mail?.text).toContain('Hello Ọlá,')
  })

  test('who wants another address hears of it at the old one, and confirms at the new one', async () => {
    const { email, tokens } = await crm.register()
    const wanted = newEmail()
    expect((await wantEmail(tokens.access, wanted)).json.email).toBe(email)
    expect((await mailsTo(wanted)).map(({ subject }) => subject)).toEqual([
      'Please confirm your new email address',
    ])
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Your email address is about to change')
  })
})

describe('an address that staff changes', () => {
  const oldMails = async (id: string, email: string, changes: Record<string, unknown>) => {
    await crm.runJobs()
    const before = crm.outbox.length
    await changeByStaff(crm, id, changes)
    await crm.runJobs()
    return crm.outbox.slice(before).filter(({ to }) => to === email)
  }
  const kept = async (id: string) =>
    (await crm.database.pool.query('select 1 from former_emails where customer_id = $1', [id])).rowCount

  test.each([
    ['en', 'Your email address was changed', 'Afro-Caribbean Store changed'],
    ['fr', 'Votre adresse courriel a été changée', 'Afro-Caribbean Store a changé'],
  ])('hears of it, and not what the new one is (%s)', async (preferred_language, subject, words) => {
    const { id, email } = await crm.register({ preferred_language })
    const wanted = newEmail()
    const mails = await oldMails(id, email, { email: wanted, city: 'Ajax' })
    expect(mails.map((mail) => mail.subject)).toEqual([subject])
    expect(mails[0]?.text).toContain(words)
    expect(JSON.stringify(mails)).not.toContain(wanted)
    expect(await kept(id)).toBe(0)
  })

  test('hears nothing when something else was changed', async () => {
    const { id, email } = await crm.register()
    expect(await oldMails(id, email, { city: 'Ajax' })).toEqual([])
    expect(await oldMails(id, email, { email })).toEqual([])
  })

  test('is told once, each of two in a row', async () => {
    const { id, email } = await crm.register()
    const next = newEmail()
    await crm.runJobs()
    const before = crm.outbox.length
    await changeByStaff(crm, id, { email: next })
    await changeByStaff(crm, id, { email: newEmail() })
    await crm.runJobs()
    expect(crm.outbox.slice(before).map(({ to }) => to)).toEqual([email, next])
  })

  test('is forgotten after a week, told or not', async () => {
    const { id } = await crm.register()
    await changeByStaff(crm, id, { email: newEmail() })
    const age = (days: number) =>
      crm.database.pool.query(
        'update former_emails set replaced_at = now() - make_interval(days => $2) where customer_id = $1',
        [id, days],
      )
    await age(6)
    await forgetOldFormerEmails(crm.database.db)
    expect(await kept(id)).toBe(1)
    await age(8)
    await forgetOldFormerEmails(crm.database.db)
    expect(await kept(id)).toBe(0)
  })

  test('is in no event and no job', async () => {
    const { id, email } = await crm.register()
    await crm.runJobs()
    await changeByStaff(crm, id, { email: newEmail() })
    const { rows } = await crm.database.pool.query(
      `select to_jsonb(e)::text as text from audit_events as e where customer_id = $1
       union all select payload::text from graphile_worker._private_jobs`,
      [id],
    )
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toContain(email)
    await crm.runJobs()
  })
})

test.each([
  ['switched off', 'deactivated', (id: string) => changeByStaff(crm, id, { is_active: false })],
  ['put in the trash', 'trashed', (id: string) => trashByStaff(crm, id)],
])('who is %s is signed out everywhere, and the sessions say why', async (_, reason, act) => {
  const { id, email } = await crm.register()
  await logIn(crm, email)
  await act(id)
  await crm.runJobs()
  const { rows } = await crm.database.pool.query('select end_reason from sessions where customer_id = $1', [
    id,
  ])
  expect(rows).toEqual([{ end_reason: reason }, { end_reason: reason }])
})

describe('protects', () => {
  test('a name is shown in a mail, never obeyed', async () => {
    const { email } = await crm.register({ first_name: `<b>Ọlá</b>"'&<img src=x onerror=alert(1)>` })
    const [mail] = await mailsTo(email)
    expect(mail?.html).toContain(
      'Hello &lt;b&gt;Ọlá&lt;/b&gt;&quot;&#39;&amp;&lt;img src=x onerror=alert(1)&gt;,',
    )
    expect(mail?.html).not.toContain('<b>')
    expect(mail?.html).not.toContain('<img')
    expect(mail?.text).toContain('<b>Ọlá</b>')
    expect(mail?.subject).not.toContain('Ọlá')
  })

  test('the holder of an address hears that somebody wanted it, and gets no link that would give it away', async () => {
    const [holder, wanting] = [await crm.register(), await crm.register()]
    await mailsTo(holder.email)
    const before = crm.outbox.length
    await wantEmail(wanting.tokens.access, holder.email)
    await crm.runJobs()
    const mails = crm.outbox.slice(before)
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [holder.email, 'Your email address was entered for another account'],
      [wanting.email, 'Your email address is about to change'],
    ])
    expect(mails.map(({ text }) => text).join()).not.toContain('token=')
  })

  test('nothing is mailed to who left before the mail was written', async () => {
    const { id, email } = await crm.register()
    await crm.call('POST', `${api}/password-reset/`, { body: { email } })
    await trashByStaff(crm, id)
    expect(await mailsTo(email)).toEqual([])
  })
})
