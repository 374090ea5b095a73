import { z } from 'zod'

type Json = Record<string, unknown>

/** Writes the contract's schemas as JSON Schema. Those that have a name stand once under `components` and are referred to. */
export class Schemas {
  readonly components: Record<string, Json> = {}

  /** What a request may hold: what is not declared is ignored, so the schema stays open. */
  ofRequest(schema: unknown): Json {
    return this.#write(schema, ({ additionalProperties: _, ...rest }) => rest)
  }

  /** What an answer holds: these fields and no others. */
  ofAnswer(schema: unknown): Json {
    return this.#write(schema, (node) => node)
  }

  #write(schema: unknown, change: (node: Json) => Json): Json {
    const tidy = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(tidy)
      if (typeof node !== 'object' || node === null) return node
      const entries = Object.entries(change(withoutNoise(node as Json)))
      return Object.fromEntries(
        entries.map(([key, value]) => [key, isReference(key, value) ? toComponent(value) : tidy(value)]),
      )
    }
    const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema as z.ZodType, { io: 'output' })
    for (const [name, definition] of Object.entries($defs)) this.components[name] = tidy(definition) as Json
    return tidy(json) as Json
  }
}

const isReference = (key: string, value: unknown): value is string =>
  key === '$ref' && typeof value === 'string'

/** OpenAPI keeps named schemas elsewhere than JSON Schema does. */
const toComponent = (reference: string) => reference.replace('#/$defs/', '#/components/schemas/')

/** A format says it already, and so does "integer": their spelled-out patterns and bounds only hide the rest. */
function withoutNoise(node: Json): Json {
  const { pattern, minimum, maximum, ...rest } = node
  return {
    ...rest,
    ...(pattern !== undefined && rest.format === undefined ? { pattern } : {}),
    ...(typeof minimum === 'number' && Number.isSafeInteger(minimum - 1) ? { minimum } : {}),
    ...(typeof maximum === 'number' && Number.isSafeInteger(maximum + 1) ? { maximum } : {}),
  }
}
