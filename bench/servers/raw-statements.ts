import { randomUUID } from 'node:crypto'
import type pg from 'pg'

const columns = `id, email, first_name, last_name, full_name, phone_number, date_of_birth, street_address, city,
  province_state, postal_code, country, preferred_language, dietary_preferences, favorite_products, profile_picture,
  email_notifications, sms_notifications, push_notifications, is_verified, is_staff, total_purchases,
  (total_spent_cents / 100.0)::numeric(14, 2)::text as total_spent, loyalty_points, date_joined, last_login, updated_at`

export async function readProfile(pool: pg.Pool, id: string): Promise<unknown> {
  const text = `select ${columns} from customers where id = $1 and trashed_at is null`
  const { rows } = await pool.query({ name: 'profile', text, values: [id] })
  return rows[0]
}

export async function readDashboard(pool: pg.Pool, customer_id: string): Promise<unknown> {
  const text = `select id, email, full_name, total_purchases, loyalty_points, date_joined, email_notifications,
    sms_notifications, push_notifications from customers where id = $1 and trashed_at is null`
  const { rows } = await pool.query({ name: 'dashboard', text, values: [customer_id] })
  const { id, email, full_name, total_purchases, loyalty_points, date_joined, ...channels } = rows[0]
  return {
    profile: { id, email, full_name },
    statistics: { total_purchases, loyalty_points, member_since: date_joined },
    notifications_enabled: {
      email: channels.email_notifications,
      sms: channels.sms_notifications,
      push: channels.push_notifications,
    },
  }
}

/** A change with its line in the trail, both or neither, in four round trips. */
export async function changeCity(pool: pg.Pool, id: string, city: string): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query({
      name: 'change city',
      text: `update customers set city = $2, updated_at = now() where id = $1 and trashed_at is null returning ${columns}`,
      values: [id, city],
    })
    await client.query({
      name: 'record',
      text: `insert into audit_events (id, name, actor_id, actor_role, actor_address, request_id, customer_id, detail)
        values ($1, 'customer.profile_updated', $2, 'customer', '127.0.0.1', $3, $2, '{"fields": ["city"]}')`,
      values: [randomUUID(), id, randomUUID()],
    })
    await client.query('commit')
    return rows[0]
  } finally {
    client.release()
  }
}
