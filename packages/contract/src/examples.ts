/** One customer of the documentation, as every answer shows her: what a reader sees belongs together. */

const id = '0197a3c0-5b1e-7cc3-98c4-dc0c0c07398f'
const staffId = '0197a3c0-9d2f-7aa1-8b3c-5f1d2e3c4b5a'
const names = { first_name: 'Ọlá', last_name: 'Adébáyọ̀', full_name: 'Ọlá Adébáyọ̀' }
const joined = '2026-11-01T09:30:00.123456Z'
const seen = '2026-11-22T16:05:12.004200Z'
const numbers = { total_purchases: 12, loyalty_points: 340 }

const token = (kind: string) => `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${kind}.c2lnbmF0dXJl`
const tokens = {
  refresh: token('eyJ0b2tlbl90eXBlIjoicmVmcmVzaCJ9'),
  access: token('eyJ0b2tlbl90eXBlIjoiYWNjZXNzIn0'),
}
const email = 'ola@example.com'

const row = {
  id,
  email,
  full_name: names.full_name,
  phone_number: '+14165550123',
  city: 'Toronto',
  ...numbers,
  is_active: true,
  is_verified: true,
  is_staff: false,
  date_joined: joined,
  last_login: seen,
}

const profile = {
  id,
  email,
  ...names,
  phone_number: '+14165550123',
  date_of_birth: '1990-04-12',
  street_address: '12 Eglinton Ave W',
  city: 'Toronto',
  province_state: 'Ontario',
  postal_code: 'M4R 1A1',
  country: 'Canada',
  preferred_language: 'en' as const,
  dietary_preferences: 'No pork',
  favorite_products: 'Plantain, egusi',
  profile_picture: '/media/pictures/5b0c6f0e-3f55-4f0e-9a43-1a2b3c4d5e6f-256.webp',
  email_notifications: true,
  sms_notifications: false,
  push_notifications: false,
  is_verified: true,
  is_staff: false,
  ...numbers,
  total_spent: '512.40',
  date_joined: joined,
  last_login: seen,
  updated_at: seen,
}

const customerSession = {
  id: '0197a3c1-0c1d-7b2e-9f30-414243444546',
  device: 'Mozilla/5.0 (Android 15; Mobile)',
  address: '203.0.113.7',
  created_at: joined,
  last_used_at: seen,
  expires_at: '2026-11-23T16:05:12.004200Z',
}

export const examples = {
  tokens,
  browserSession: {
    access: tokens.access,
    expires_in: 3_600,
    person: {
      id,
      email,
      first_name: names.first_name,
      full_name: names.full_name,
      preferred_language: 'en' as const,
      profile_picture: '',
      is_verified: true,
      role: null,
    },
  },
  registered: {
    message: 'Welcome! Please check your email to verify your account.',
    customer: { id, email, ...names, is_verified: false, date_joined: joined },
    tokens,
  },
  loggedIn: {
    message: 'You are signed in.',
    customer: { id, email, full_name: names.full_name, is_verified: true, is_staff: false, ...numbers },
    tokens,
  },
  message: { message: 'Your new password is set. Please sign in.' },
  messageWithTokens: { message: 'Your password is changed.', tokens },
  secondFactorSecret: {
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    uri: 'otpauth://totp/Afro-Caribbean%20Store:ola%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Afro-Caribbean%20Store',
  },
  recoveryCodes: {
    recovery_codes: [
      '7kmp-3xqd-9rtw-hv2f',
      'b4ny-8wce-j5ks-0gtz',
      'q2dx-6hvm-4arp-e9yc',
      '1fsw-zt7b-k8nj-5mqe',
      'v9cg-2pxh-y6da-3rwk',
      'm5te-j0zs-8bqf-7nxv',
      'd3ya-w4rk-1gch-p6tm',
      '6xnb-e8jv-s2wq-9zfd',
      'h7rq-5mct-0kye-x4gs',
      'a1zp-g9dw-v3nb-6jhk',
    ],
  },
  secondFactor: { is_on: true, recovery_codes_left: 10 },
  oneTimeToken: { token: 'q3Jk0f8sT1m9c2VxZbYwR7uHnLdPaEoG4iK6tSvXyQ' },
  ownData: {
    made_at: seen,
    profile,
    sessions: [{ ...customerSession, ended_at: null, end_reason: null }],
    events: [
      {
        id: '0197a3c3-2b3c-7d4e-8f50-606162636465',
        name: 'customer.profile_updated' as const,
        occurred_at: seen,
        by: 'you' as const,
        address: '203.0.113.7',
        detail: { fields: ['city'] },
      },
    ],
  },
  store: {
    name: 'Marché Adé',
    language: 'fr' as const,
    time_zone: 'America/Toronto',
    currency: 'CAD',
    is_set_up: true,
  },
  session: { ...customerSession, is_current: true },
  customerSession,
  health: { status: 'healthy' as const, message: 'The service and its database are well.' },
  profile,
  dashboard: {
    profile: { id, email, full_name: names.full_name },
    statistics: { ...numbers, member_since: joined },
    notifications_enabled: { email: true, sms: false, push: false },
  },
  row,
  page: {
    count: 2_431,
    is_count_exact: true,
    next: 'https://crm.example.com/api/customers/admin/customers/?page=2',
    previous: null,
    results: [row],
    next_cursor: 'WyItZGF0ZV9qb2luZWQiLGZhbHNlLCIyMDI2LTExLTAxVDA5OjMwOjAwWiJd',
  },
  staffMember: {
    id: staffId,
    full_name: 'Marie-Claire Étienne',
    email: 'marie-claire@example.com',
    role: 'manager' as const,
    last_login: seen,
    is_active: true,
    profile_picture: '',
  },
  event: {
    id: '0197a3c4-3c4d-7e5f-8a61-717273747576',
    name: 'customer.profile_updated' as const,
    occurred_at: seen,
    actor: { id: staffId, name: 'Marie-Claire Étienne', role: 'manager' },
    detail: { fields: ['is_verified'], changes: { is_verified: { from: false, to: true } } },
    undone: null,
  },
  activity: {
    id: '0197a3c5-4d5e-7f60-8b72-828384858687',
    name: 'auth.logged_in' as const,
    created_at: seen,
    by: 'you' as const,
  },
  batch: {
    id: '0197a3c3-2b3c-7d4e-9f50-616263646566',
    action: 'verify' as const,
    count: 1,
    skipped: [{ id: staffId, reason: 'staff_account' as const }],
    undo_until: '2026-12-22T16:05:12.004200Z',
  },
  facets: {
    is_counted: true,
    count: 2_431,
    is_active: { true: 2_431, false: 57 },
    is_verified: { true: 2_102, false: 329 },
    is_staff: { true: 9, false: 2_422 },
    cities: [
      { value: 'Toronto', count: 1_204 },
      { value: 'Brampton', count: 377 },
    ],
    joined: [
      { year: 2026, count: 811 },
      { year: 2025, count: 1_620 },
    ],
  },
  detail: { ...profile, is_active: true, role: null, trashed_at: null },
  note: {
    id: '0197a3c2-1a2b-7c3d-8e4f-505152535455',
    customer: id,
    customer_name: names.full_name,
    note: 'Prefers ripe plantain.',
    created_by: staffId,
    created_by_name: 'Marie-Claire Étienne',
    created_at: seen,
    updated_at: seen,
  },
}
