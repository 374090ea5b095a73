import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Answer, TestApp } from './test-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is walked by name
type Json = any

export type Operation = {
  /** Like `GET /api/customers/profile/`. */
  name: string
  method: string
  /** With the names of its parameters in braces. */
  path: string
  isPublic: boolean
  /** As the document has it, with every reference replaced by what it refers to. */
  declared: Json
}

export type PublishedApi = {
  document: Json
  operations: Operation[]
  /** What is wrong with an answer by the published schema for its status; empty where it keeps to it. */
  faults(operation: Operation, answer: Answer): string[]
}

/** The published document, read by another validator than the one that made it. */
export async function readPublishedApi(crm: TestApp): Promise<PublishedApi> {
  const document = (await crm.call('GET', '/api/schema/')).json
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addFormat('jwt', /^[\w-]+\.[\w-]+\.[\w-]+$/)
  const validators = new Map<Json, ValidateFunction>()
  const validatorOf = (schema: Json) => {
    const known = validators.get(schema) ?? ajv.compile(closed(schema))
    validators.set(schema, known)
    return known
  }

  const operations = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(
      ([method, operation]): Operation => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        isPublic: operation.security.length === 0,
        declared: resolved(operation, document),
      }),
    ),
  )
  return {
    document,
    operations,
    faults({ declared }, answer) {
      const response = declared.responses[answer.status]
      if (!response) return [`status ${answer.status} is not declared: ${answer.text.slice(0, 200)}`]
      const schema = response.content?.['application/json']?.schema
      if (!schema) return answer.text === '' ? [] : [`${answer.status} declares no body but has one`]
      if (answer.json === undefined) return [`${answer.status} is not JSON: ${answer.text.slice(0, 200)}`]
      const validate = validatorOf(schema)
      if (validate(answer.json)) return []
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${answer.status} ${instancePath} ${message} ${JSON.stringify(params)}`,
      )
    },
  }
}

/** The same with every `$ref` replaced by its target. */
function resolved(node: Json, document: Json): Json {
  if (Array.isArray(node)) return node.map((item) => resolved(item, document))
  if (typeof node !== 'object' || node === null) return node
  if (typeof node.$ref === 'string') {
    const target = node.$ref
      .slice(2)
      .split('/')
      .reduce((place: Json, key: string) => place?.[key], document)
    if (target === undefined) throw new Error(`${node.$ref} leads nowhere`)
    return resolved(target, document)
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value, document)]))
}

/** Nothing undeclared is let through, whether or not the document says so. */
function closed(node: Json): Json {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  return node.properties && node.additionalProperties === undefined
    ? { ...inner, additionalProperties: false }
    : inner
}
