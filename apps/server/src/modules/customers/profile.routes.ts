import { type Dashboard, dashboard, profile, profileChanges, wholeProfile } from '@crm/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db/db.ts'
import { actorOf, principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { getDashboardFacts, getProfile } from './customers.queries.ts'
import { updateProfile } from './update-profile.ts'

/** Changing one's address needs the password and a mail to the new one: the business of whoever knows passwords. */
export type RequestEmailChange = {
  /** Returns what proves which password was right, for `begin` to see that it still is. */
  check(actor: Actor, customer_id: string, password: string | undefined): Promise<string>
  begin(tx: Tx, actor: Actor, change: { customer_id: string; email: string; proof: string }): Promise<void>
}

export function profileRoutes(app: App, db: Db, emailChange: RequestEmailChange): void {
  const config = { permission: 'account:own' } as const

  app.get(
    '/api/customers/profile/',
    { config, schema: { summary: 'My profile', response: { 200: profile } } },
    (request) => getProfile(db, principalOf(request).customer_id),
  )

  const write = async (actor: Actor, id: string, changes: z.output<typeof profileChanges>) => {
    const { email, password, ...fields } = changes
    const current = email === undefined ? undefined : await getProfile(db, id)
    const changesEmail = email !== undefined && email !== current?.email
    const proof = changesEmail ? await emailChange.check(actor, id, password) : undefined
    return db.transaction().execute(async (tx) => {
      const updated = await updateProfile(tx, actor, id, fields)
      if (email !== undefined && proof !== undefined)
        await emailChange.begin(tx, actor, { customer_id: id, email, proof })
      return updated
    })
  }

  const describeEmail =
    'A new `email` asks for the `password` and counts once the link mailed to it is followed.'
  app.patch(
    '/api/customers/profile/',
    {
      config,
      schema: {
        summary: 'Change my profile',
        description: describeEmail,
        body: profileChanges,
        response: { 200: profile },
      },
    },
    (request) => write(actorOf(request), principalOf(request).customer_id, request.body),
  )
  app.put(
    '/api/customers/profile/',
    {
      config,
      schema: {
        summary: 'Write my profile',
        description: describeEmail,
        body: wholeProfile,
        response: { 200: profile },
      },
    },
    (request) => write(actorOf(request), principalOf(request).customer_id, request.body),
  )

  app.get(
    '/api/customers/dashboard/',
    { config, schema: { summary: 'My numbers at a glance', response: { 200: dashboard } } },
    async (request): Promise<Dashboard> => {
      const facts = await getDashboardFacts(db, principalOf(request).customer_id)
      const { id, email, full_name, total_purchases, loyalty_points, date_joined } = facts
      return {
        profile: { id, email, full_name },
        statistics: { total_purchases, loyalty_points, member_since: date_joined },
        notifications_enabled: {
          email: facts.email_notifications,
          sms: facts.sms_notifications,
          push: facts.push_notifications,
        },
      }
    },
  )
}
