/** The borders between modules. A module may import only modules of lower levels, through their `index.ts`. */
const levels = [
  ['audit'],
  ['store'],
  ['customers'],
  ['auth'],
  ['consents', 'purchases', 'threads'],
  ['loyalty'],
  ['segments'],
  ['promotions'],
  ['messaging'],
  ['campaigns', 'automations'],
  ['analytics', 'imports', 'exports', 'privacy', 'webhooks'],
]
const modules = 'apps/server/src/modules'

const downward = levels.map((names, level) => ({
  name: `modules-point-down:${names.join('-')}`,
  comment: 'A module imports only modules of a lower level. Let the lower one record an event instead.',
  severity: 'error',
  from: { path: `^${modules}/(${names.join('|')})/` },
  to: {
    path: `^${modules}/(${levels.slice(level).flat().join('|')})/`,
    pathNot: `^${modules}/$1/`,
  },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or the shared part wants a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'front-door-only',
      comment: 'A module is entered through its index.ts; inside it, nobody imports through that.',
      severity: 'error',
      from: { path: '^apps/server/(src|test)/', pathNot: `^${modules}/([^/]+)/|\\.test\\.ts$` },
      to: { path: `^${modules}/[^/]+/`, pathNot: `^${modules}/[^/]+/index\\.ts$` },
    },
    {
      name: 'front-door-only-between-modules',
      comment: 'A module is entered through its index.ts.',
      severity: 'error',
      from: { path: `^${modules}/([^/]+)/` },
      to: { path: `^${modules}/[^/]+/`, pathNot: [`^${modules}/$1/`, `^${modules}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'index-is-for-others',
      comment: 'Inside a module, import the file itself.',
      severity: 'error',
      from: { path: `^${modules}/([^/]+)/` },
      to: { path: `^${modules}/$1/index\\.ts$` },
    },
    ...downward,
    {
      name: 'platform-knows-no-module',
      comment: 'The platform holds no business word: hand it what it needs as an argument.',
      severity: 'error',
      from: { path: '^apps/server/src/platform/' },
      to: { path: '^apps/server/src/(modules|seed|commands|pages)/' },
    },
    {
      name: 'contract-knows-no-application',
      comment: 'The contract is what both sides share; it imports nothing of ours.',
      severity: 'error',
      from: { path: '^packages/contract/' },
      to: { path: '^(apps|bench|scripts)/' },
    },
    {
      name: 'features-are-apart',
      comment: 'A feature of the web app imports no other feature: let a page put them together.',
      severity: 'error',
      from: { path: '^apps/web/src/(portal|console)/features/([^/]+)/' },
      to: { path: '^apps/web/src/[^/]+/features/', pathNot: '^apps/web/src/$1/features/$2/' },
    },
    {
      name: 'portal-and-console-are-apart',
      comment: 'A customer never loads the console.',
      severity: 'error',
      from: { path: '^apps/web/src/(portal|console)/' },
      to: { path: '^apps/web/src/(portal|console)/', pathNot: '^apps/web/src/$1/' },
    },
    {
      name: 'lib-and-ui-know-no-feature',
      comment: 'What all share is handed what it needs.',
      severity: 'error',
      from: { path: '^apps/web/src/(lib/|[^/]+/ui/)' },
      to: { path: '^apps/web/src/[^/]+/(features|pages)/' },
    },
    {
      name: 'portal-stays-light',
      comment: 'The portal is for old phones: no kit, no router, no schemas, no icon sets.',
      severity: 'error',
      from: { path: '^apps/web/src/(portal|lib)/' },
      to: { path: 'node_modules/(@mantine|@tanstack|@tabler|zod)' },
    },
    {
      name: 'client-knows-no-application',
      comment: 'The client is for web and phones alike.',
      severity: 'error',
      from: { path: '^packages/client/' },
      to: { path: '^(apps|bench|scripts)/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps/server/src|packages)/', pathNot: '\\.(test|fixture)\\.ts$|/fixtures\\.ts$' },
      to: { path: '^apps/server/test/|\\.test\\.ts$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/(dist|src/messages)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
