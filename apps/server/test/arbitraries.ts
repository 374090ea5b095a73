import fc from 'fast-check'
import type { Operation } from './published-api.ts'

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  examples?: unknown[]
  format?: string
  maxLength?: number
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}
type Parameter = { name: string; in: 'path' | 'query'; schema: Schema }

/** Texts that have broken somebody's software. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e\ufeff',
  "' or 1=1 --",
  '%00',
  '%',
  '{{7*7}}',
  '../../etc/passwd',
  '0000-01-01',
  '9999-12-31',
  '99999-01-01',
  '1e400',
  '-0',
  '9007199254740993',
  'NaN',
  'last',
  '__proto__',
  'constructor',
  'x'.repeat(10_000),
  '👩🏾‍🍳'.repeat(500),
  'İ'.repeat(254),
  'ﷺ'.repeat(150),
)
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), nasty)

const formats: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  date: fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  'date-time': fc.date({ noInvalidDate: true }).map((moment) => moment.toISOString()),
  email: fc.emailAddress(),
}

/** Something else than the schema asks for. */
const spoiled = fc.oneof(anyText, fc.jsonValue({ maxDepth: 3 }))

function wellFormed(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(wellFormed))
  if (schema.properties) return objectOf(schema.properties)
  if (schema.examples) return fc.constantFrom(...schema.examples)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const [type] = [schema.type].flat()
  if (type === 'boolean') return fc.oneof(fc.boolean(), fc.constantFrom('yes', 'off', 1, 0))
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.double())
  if (type === 'array') return fc.array(wellFormed(schema.items ?? {}), { maxLength: 3 })
  if (schema.format && formats[schema.format]) return formats[schema.format] as fc.Arbitrary<string>
  return fc.string({ unit: 'grapheme', maxLength: Math.min((schema.maxLength ?? 50) + 1, 300) })
}

/** Some of the fields, mostly as they should be; now and then one or two that are not. */
const objectOf = (properties: Record<string, Schema>, most = 99) =>
  fc
    .tuple(
      fc.shuffledSubarray(Object.keys(properties), {
        maxLength: Math.min(most, Object.keys(properties).length),
      }),
      fc.record(
        Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, wellFormed(schema)])),
      ),
      fc.array(spoiled, { maxLength: 2 }),
    )
    .map(([names, values, faults]) =>
      Object.fromEntries(
        names.map((name, index) => [name, index < faults.length ? faults[index] : values[name]]),
      ),
    )

export type FuzzedRequest = {
  path: string
  query: string
  headers: Record<string, string>
  body: string | undefined
}

/** Requests for an operation: parameters, headers and body, from what it declares and from what nobody expects. */
export function requestsFor(
  { path, declared }: Operation,
  realIds: readonly string[],
): fc.Arbitrary<FuzzedRequest> {
  const parameters: Parameter[] = declared.parameters ?? []
  const schema: Schema | undefined = declared.requestBody?.content['application/json']?.schema
  const inPath = parameters.filter((one) => one.in === 'path')
  const inQuery = parameters.filter((one) => one.in === 'query')
  return fc.record({
    path: fc
      .tuple(...inPath.map(() => pathPart(realIds)))
      .map((parts) =>
        inPath.reduce((whole, { name }, index) => whole.replace(`{${name}}`, parts[index] ?? ''), path),
      ),
    query: queryOf(inQuery),
    headers,
    body: bodyOf(schema),
  })
}

/** A dot segment would be another path. */
const pathPart = (realIds: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...realIds) },
    { weight: 1, arbitrary: fc.uuid() },
    {
      weight: 2,
      arbitrary: anyText
        .map((text) => encodeURIComponent(text.toWellFormed()))
        .filter((text) => !/^\.{0,2}$/.test(text)),
    },
  )

const queryOf = (parameters: Parameter[]) =>
  fc
    .tuple(
      objectOf(Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])), 6),
      fc.array(fc.tuple(anyText, anyText), { maxLength: 2 }),
      fc.constantFrom('', '', '', '&%zz', '&a=%ff', '&&==', '&page=1&page=2', '&__proto__[a]=1'),
    )
    .map(([known, extra, raw]) => {
      const pairs = [...Object.entries(known), ...extra].map(
        ([name, value]) =>
          `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(asText(value).toWellFormed())}`,
      )
      return `${pairs.join('&')}${raw}`
    })

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const headerText = fc.string({ unit: fc.constantFrom(...'abz09 ,;=*/"\'\\<>()[]{}é\u00a0ÿ'), maxLength: 80 })
const headers = fc.record(
  {
    'user-agent': headerText,
    accept: fc.oneof(headerText, fc.constantFrom('application/xml', 'text/html', '*/*;q=0')),
    'accept-language': fc.oneof(headerText, fc.constantFrom('fr', 'en;q=x', '*')),
    'x-forwarded-for': fc.oneof(headerText, fc.constantFrom('1.2.3.4', '::1, unknown')),
    'x-http-method-override': fc.constantFrom('DELETE', 'PUT'),
    'if-none-match': headerText,
    range: fc.constantFrom('bytes=0-1', 'bytes=9-1'),
    cookie: headerText,
    'content-type': fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: headerText },
    ),
  },
  { requiredKeys: ['content-type'] },
)

function bodyOf(schema: Schema | undefined): fc.Arbitrary<string | undefined> {
  if (!schema) return fc.constantFrom(undefined, undefined, '{}', '{', 'null', '[]')
  const good = (schema.examples ?? [{}]).map((example) => JSON.stringify(example))
  return fc.oneof(
    { weight: 8, arbitrary: objectOf(schema.properties ?? {}).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.constantFrom(...good) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: anyText },
  )
}
