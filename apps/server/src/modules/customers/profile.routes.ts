import { type Dashboard, dashboard, profile, profileChanges, wholeProfile } from '@crm/contract'
import type { Db } from '../../platform/db/db.ts'
import { actorOf, principalOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { changeOwnProfile, type RequestEmailChange } from './change-own-profile.ts'
import { getDashboardFacts, getProfile } from './profiles.queries.ts'

export function profileRoutes(app: App, db: Db, requestEmailChange: RequestEmailChange): void {
  const config = { permission: 'account:own' } as const

  app.get(
    '/api/customers/profile/',
    { config, schema: { summary: 'My profile', response: { 200: profile } } },
    (request) => getProfile(db, principalOf(request).customer_id),
  )

  const describeEmail =
    'A new `email` asks for the `password`, and for a code in `otp` where the second step is on. It counts once the link mailed to it is followed.'
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
    (request) =>
      changeOwnProfile(
        db,
        requestEmailChange,
        actorOf(request),
        principalOf(request).customer_id,
        request.body,
      ),
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
    (request) =>
      changeOwnProfile(
        db,
        requestEmailChange,
        actorOf(request),
        principalOf(request).customer_id,
        request.body,
      ),
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
