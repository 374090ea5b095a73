import { errorStatus } from '@crm/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type PublishedApi, readPublishedApi } from '../../../../test/published-api.ts'
import { knownRoutes } from '../../../../test/routes.ts'
import { createTestApp, type TestApp } from '../../../../test/test-app.ts'

let crm: TestApp
let api: PublishedApi
beforeAll(async () => {
  crm = await createTestApp()
  api = await readPublishedApi(crm)
})
afterAll(() => crm.close())

const isWrite = (method: string) => !['GET', 'HEAD'].includes(method)

describe('the published document', () => {
  test('is OpenAPI 3.1, as JSON and as YAML, and the same one behind the page that shows it', async () => {
    expect(api.document.openapi).toBe('3.1.0')
    const yaml = await crm.call('GET', '/api/schema/?format=yaml')
    expect(yaml.headers['content-type']).toBe('application/yaml; charset=utf-8')
    expect(parse(yaml.text)).toEqual(api.document)
    const { servers, ...shown } = (await crm.call('GET', '/api/docs/json')).json
    expect({ ...shown, servers: api.document.servers }).toEqual(api.document)
    expect(servers).toEqual([{ url: '/' }])
  })

  test.each(['xml', 'yml', 'openapi', 'yaml&format=json'])(
    'there is none in the format %s',
    async (format) => {
      const { status, json } = await crm.call('GET', `/api/schema/?format=${format}`)
      expect([status, json]).toEqual([
        404,
        { code: 'not_found', detail: 'There is no such format: say json or yaml.' },
      ])
      for (const query of ['', '?format=', '?format=json'])
        expect((await crm.call('GET', `/api/schema/${query}`)).json).toEqual(api.document)
    },
  )

  test('names every route of the API and nothing else', () => {
    const served = knownRoutes(crm)
      .filter(({ method, isPage }) => method !== 'HEAD' && !isPage)
      .map(({ name }) => name.replace(/:(\w+)/g, '{$1}'))
    expect(api.operations.map(({ name }) => name).sort()).toEqual(served.sort())
  })

  test('refers to nothing that is not there, and holds nothing that nothing refers to', () => {
    const text = JSON.stringify(api.document)
    const referred = new Set(
      [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    )
    const there = ['schemas', 'responses'].flatMap((kind) =>
      Object.keys(api.document.components[kind]).map((name) => `${kind}/${name}`),
    )
    expect([...referred].sort()).toEqual(there.sort())
    expect(text).not.toContain('#/$defs/')
  })

  test('every operation says what it is for, has a name of its own and a place in the list', () => {
    const ids = api.operations.map(({ declared }) => declared.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const tags = api.document.tags.map(({ name }: { name: string }) => name)
    for (const { name, declared } of api.operations) {
      expect(declared.summary, name).toMatch(/^[A-Z].{3,80}[^.]$/)
      expect(declared.operationId, name).toMatch(/^[a-z_]+$/)
      expect(declared.tags, name).toHaveLength(1)
      expect(tags, name).toContain(declared.tags[0])
    }
  })

  test('every operation says whether it needs a token', () => {
    const open = knownRoutes(crm)
      .filter(({ permission }) => permission === 'public')
      .map(({ name }) => name)
    for (const { name, declared } of api.operations)
      expect(declared.security, name).toEqual(open.includes(name) ? [] : [{ bearer: [] }])
  })

  test('every parameter of a path is declared, once', () => {
    for (const { name, path, declared } of api.operations) {
      const inPath = (declared.parameters ?? []).filter((one: { in: string }) => one.in === 'path')
      expect(
        inPath.map((one: { name: string }) => one.name),
        name,
      ).toEqual([...path.matchAll(/{(\w+)}/g)].map(([, parameter]) => parameter))
      for (const one of inPath) expect(one.required, name).toBe(true)
    }
  })

  test('every operation says what goes right and what may go wrong', () => {
    for (const { name, method, isPublic, declared } of api.operations) {
      const statuses = Object.keys(declared.responses).map(Number)
      expect(
        statuses.filter((status) => status < 300),
        name,
      ).toHaveLength(1)
      for (const status of [400, 500, 503]) expect(statuses, name).toContain(status)
      if (!isPublic) for (const status of [401, 403]) expect(statuses, name).toContain(status)
      if (isWrite(method)) for (const status of [403, 413, 415]) expect(statuses, name).toContain(status)
      expect(declared.responses[204]?.content, name).toBeUndefined()
    }
  })

  test('every answer says what is in it', () => {
    for (const { name, declared } of api.operations)
      for (const { description } of Object.values<{ description: string }>(declared.responses))
        expect(description, name).toMatch(/^(?!It worked)[A-Z].+\.$/)
  })

  test('what nobody has to send is not asked for: a token where none is needed, a body where there is none', () => {
    for (const { name, method, isPublic, declared } of api.operations) {
      const said = (status: number) => declared.responses[status]?.description ?? ''
      const takesToken = !isPublic || /login|refresh|browser.logout/.test(name)
      if (said(401)) expect(said(401).includes('None is needed here.'), name).toBe(!takesToken)
      for (const status of isWrite(method) ? [413, 415] : [])
        expect(said(status).includes('None is needed here.'), name).toBe(!declared.requestBody)
    }
  })

  test('a status lists only the codes that go with it', () => {
    for (const [name, { properties }] of Object.entries<{ properties?: { code?: { enum?: string[] } } }>(
      api.document.components.schemas,
    )) {
      const status = Number(/^Refusal(\d+)$/.exec(name)?.[1])
      if (!status) continue
      expect(properties?.code?.enum?.length).toBeGreaterThan(0)
      for (const code of properties?.code?.enum ?? [])
        expect(errorStatus[code as keyof typeof errorStatus]).toBe(status)
    }
  })

  test('a request may hold more than is declared, an answer may not', () => {
    for (const { name, declared } of api.operations) {
      const body = declared.requestBody?.content['application/json']?.schema
      if (body) expect(body, name).not.toHaveProperty('additionalProperties')
      const [, answer] =
        Object.entries<{ content?: Record<string, { schema: object }> }>(declared.responses)[0] ?? []
      const schema = answer?.content?.['application/json']?.schema as { type: string } | undefined
      if (schema?.type === 'object') expect(schema, name).toHaveProperty('additionalProperties', false)
    }
  })
})

describe('examples', () => {
  type Schema = { examples?: unknown[]; items?: Schema }
  const examplesOf = ({ examples, items }: Schema): unknown[] => {
    const ofItems = items ? examplesOf(items) : []
    return examples ?? (ofItems.length > 0 ? [ofItems] : [])
  }

  test('every body and every answer has one, and each is what its schema says', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addFormat('jwt', /^[\w-]+\.[\w-]+\.[\w-]+$/)
    for (const { name, declared } of api.operations) {
      const bodies = [declared.requestBody, ...Object.values(declared.responses).slice(0, 1)]
      for (const schema of bodies.flatMap((one) => one?.content?.['application/json']?.schema ?? [])) {
        const examples = examplesOf(schema)
        expect(examples.length, name).toBeGreaterThan(0)
        const validate = ajv.compile(schema)
        for (const example of examples)
          expect(validate(example), `${name}: ${ajv.errorsText(validate.errors)}`).toBe(true)
      }
    }
  })
})
