import { fieldMessage } from '@crm/contract'
import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifyTypeProvider } from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { z } from 'zod'
import { FieldErrors } from '../errors.ts'

/** Makes Fastify speak Zod: requests are checked and typed by it, answers hold what it declares and nothing else. */

export interface ZodProvider extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown
}

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (input: unknown) => {
    const result = schema.safeParse(input, { error: fieldMessage })
    return result.success ? { value: result.data } : { error: toFieldErrors(result.error) }
  }

export function toFieldErrors({ issues }: z.ZodError): FieldErrors {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = path.length > 0 ? String(path[0]) : 'non_field_errors'
    const messages = fields[field] ?? []
    if (!messages.includes(message)) fields[field] = [...messages, message]
  }
  return new FieldErrors(fields)
}

export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) =>
  fastJson(forWriting(schema) as Parameters<typeof fastJson>[0])

/** A JSON schema to write by: what is checked on the way in need not be checked again on the way out. */
function forWriting(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io: 'output',
    target: 'draft-7',
    override({ jsonSchema }) {
      for (const check of [
        'pattern',
        'format',
        'minLength',
        'maxLength',
        'minimum',
        'maximum',
        'enum',
      ] as const)
        delete jsonSchema[check]
      // Choosing between alternatives is slow; "this or nothing" is one type with two names.
      const [some, none, ...others] = jsonSchema.anyOf ?? []
      if (some?.type && none?.type === 'null' && others.length === 0) {
        delete jsonSchema.anyOf
        Object.assign(jsonSchema, some, { type: [some.type, 'null'] })
      }
    },
  })
}
