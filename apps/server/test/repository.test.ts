import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const isCheckout = spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd: root }).status === 0

/** What real secrets look like; samples and made-up ones of tests do not. */
const shapes: [what: string, shape: RegExp][] = [
  ['a private key', /-----BEGIN (RSA |EC |OPENSSH |)PRIVATE KEY-----/],
  ['an AWS key', /\b(AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(ghp|gho|ghs|github_pat)_\w{30,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Slack token', /\bxox[abpr]-[\w-]{20,}/],
  ['a Stripe key', /\bsk_live_\w{20,}/],
  ['a Google key', /\bAIza[\w-]{35}\b/],
  ['a signed token', /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/],
  [
    'a password in an address',
    /\b(postgres(ql)?|smtps?|rediss?):\/\/\w+:(?!crm\b|x\b|user\b|password\b|postgres\b)[^\s@$`'"{}]{12,}@(?!127\.0\.0\.1|localhost)/,
  ],
]

test.runIf(isCheckout)('no secret was ever committed', () => {
  const history = execFileSync(
    'git',
    ['log', '--all', '-p', '--no-color', '--unified=0', '--', '.', ':!package-lock.json'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  )
  const added = history.split('\n').filter((line) => line.startsWith('+'))
  const hits = added.flatMap((line) =>
    shapes.filter(([, shape]) => shape.test(line)).map(([what]) => [what, line.slice(0, 80)]),
  )
  expect(hits).toEqual([])
})

test.runIf(isCheckout)('files that hold secrets are not kept in the repository', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n')
  const kept = files.filter((file) =>
    /(^|\/)(\.env|secret-key|pgpass|id_(rsa|ed25519))$|\.(pem|key|p12|pfx)$/.test(file),
  )
  expect(kept).toEqual([])
  const ignored = spawnSync('git', ['check-ignore', '.env', '.data/secret-key'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(ignored.stdout.trim().split('\n')).toEqual(['.env', '.data/secret-key'])
})
