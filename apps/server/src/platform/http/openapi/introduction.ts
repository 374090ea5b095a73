import { errorStatus, rolePermissions, roles } from '@crm/contract'
import { type Rate, windows } from '../../../config.fields.ts'
import type { Config } from '../../../config.ts'

export type PublishedSettings = Pick<
  Config,
  'PUBLIC_URL' | 'THROTTLE_ANON' | 'THROTTLE_USER' | 'THROTTLE_STAFF' | 'THROTTLE_LOGIN' | 'THROTTLE_REGISTER'
>

/** What holds for the whole API, in Markdown: what somebody has to know before the first request. */
export const introduction = (settings: PublishedSettings) =>
  [opening, signingIn, limits(settings), paging, errors(), permissions()].join('\n\n')

const opening = `Customers of the store, what they say about themselves, and what staff notes about them.

This document is at [/api/schema/](/api/schema/), as JSON or with [?format=yaml](/api/schema/?format=yaml) as YAML; another \`format\` is answered with 404.

Bodies are JSON in UTF-8. Fields that are unknown or read-only in a write are ignored. Text is trimmed. Times are ISO 8601 in UTC.`

const signingIn = `## Signing in

\`POST /api/customers/login/\` and \`POST /api/customers/register/\` answer with two tokens. Send \`access\` as \`Authorization: Bearer …\`: it is good for 1 hour. Before that is over, swap \`refresh\` at \`POST /api/customers/token/refresh/\` for the next pair: it is good for 24 hours.

Each refresh token works once, so keep the new one. Where the answer was lost, or two tabs ask at the same moment, the same token may come again within 30 seconds, as long as the next one was not used. Later it is taken for stolen, and the session ends. A session that ended takes its access tokens with it.

Where an account has a second step on, a right password alone is answered with 401 and the code \`otp_required\`: ask for six digits of the authenticator app or a recovery code, and send the same again with \`otp\`. Each code works once; a wrong one is \`otp_invalid\`, and counts like a wrong password. Deleting such an account and changing its email ask for \`otp\` in the same way.`

function limits(settings: PublishedSettings): string {
  const { THROTTLE_ANON, THROTTLE_USER, THROTTLE_STAFF, THROTTLE_LOGIN, THROTTLE_REGISTER } = settings
  const rows: [what: string, by: string, rate: Rate][] = [
    ['requests without an access token', 'network address', THROTTLE_ANON],
    ['requests of a customer', 'account', THROTTLE_USER],
    ['requests of staff', 'account', THROTTLE_STAFF],
    ['tries to sign in', 'network address', THROTTLE_LOGIN],
    ['registrations', 'network address', THROTTLE_REGISTER],
  ]
  return `## Limits

${table(
  ['What', 'Counted by', 'At most'],
  rows.map(([what, by, rate]) => [what, by, inWords(rate)]),
)}

More are answered with 429 and the code \`throttled\`; the header \`Retry-After\` says after how many seconds another try makes sense. The health of the service and this documentation are never counted. Many wrong passwords in a row for one account make its next tries wait in the same way; a new password by mail opens it again.`
}

function inWords(rate: Rate): string {
  if (!rate) return 'without limit'
  const window = Object.entries(windows).find(([, ms]) => ms === rate.windowMs)?.[0] ?? `${rate.windowMs} ms`
  return `${rate.limit.toLocaleString('en')} in any ${window}`
}

const paging = `## Pages

A list of customers comes in pages of \`page_size\`. Ask by number (\`page=1\`, \`page=2\`, \`page=last\`) or by cursor: first \`cursor=\` with nothing in it, then each \`next_cursor\`, which is as quick on the last page as on the first and leaves nobody out while others join. \`next\` and \`previous\` are whole addresses to follow as they are, or \`null\`. \`count\` is how many match on all pages.`

const refusals = Object.entries(errorStatus)
  .filter(([code]) => !['invalid_credentials', 'internal_error'].includes(code))
  .sort(([, status], [, other]) => status - other)

const errors = () => `## Errors

Wrong fields are answered with 400 and every reason by field, \`non_field_errors\` for the object as a whole: \`{"email": ["Enter a valid email address."]}\`. A wrong email or password at signing in is 401 with \`{"error": "Invalid credentials"}\`, and where the second step is missing or wrong with a \`code\` beside it, \`otp_required\` or \`otp_invalid\`. Everything else has a \`detail\` for people and a \`code\` for programs: \`{"detail": "Not found.", "code": "not_found"}\`. A fault of ours, 500, has a \`detail\` and the \`request_id\` to quote; 503 has all three. The header \`X-Request-Id\` has it too.

${table(
  ['Status', 'Codes'],
  [...Map.groupBy(refusals, ([, status]) => status)].map(([status, codes]) => [
    String(status),
    codes.map(([code]) => `\`${code}\``).join(', '),
  ]),
)}`

const permissions = () => `## Roles and permissions

Each operation names the permission it asks for. Everybody who is signed in has \`account:own\`; staff has these besides. \`customers:write\` is what people say about themselves; who can sign in, and the trash, is \`customers:manage\`.

${table(
  ['Role', 'Permissions'],
  roles.map((role) => [role, rolePermissions[role].map((one) => `\`${one}\``).join(', ')]),
)}`

const table = (heads: readonly string[], rows: readonly string[][]) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
