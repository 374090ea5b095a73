import type { OwnEvent } from '@crm/contract'
import { sql } from 'kysely'
import type { CustomerData } from '../../platform/customer-data.ts'

const mostEvents = 10_000

/**
 * What happened to a person, for the person: neither who of the staff did it nor from where, for that is theirs; and
 * nothing of notes, which are for staff alone, by contract.
 */
export const eventsData: CustomerData<OwnEvent[]> = {
  exportOf: (db, customer_id) =>
    db
      .selectFrom('audit_events')
      .select(['id', 'name', 'occurred_at', 'detail'])
      .select(
        sql<OwnEvent['by']>`case when actor_id = customer_id then 'you'
          when actor_role in ('system', 'anonymous') then actor_role else 'staff' end`.as('by'),
      )
      .select(
        sql<string>`case when actor_id = customer_id or actor_role = 'anonymous' then actor_address else '' end`.as(
          'address',
        ),
      )
      .where('customer_id', '=', customer_id)
      .where('name', 'not like', 'note.%')
      .orderBy('occurred_at', 'desc')
      .limit(mostEvents)
      .$castTo<OwnEvent>()
      .execute(),
}
