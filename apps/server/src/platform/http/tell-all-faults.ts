import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { checkTogether } from '../check-together.ts'
import { FieldErrors } from '../errors.ts'

type Check<Body extends z.ZodObject> = (
  fields: Partial<z.output<Body>>,
  request: FastifyRequest,
) => Promise<unknown>

/**
 * For a route whose schema refuses a body: the answer names also what only `check` finds in the fields that are right
 * so far. `check` gets no others, and is not asked where the body is right: then the action itself checks.
 */
export const tellAllFaults = <Body extends z.ZodObject>(schema: Body, check: Check<Body>) => ({
  attachValidation: true as const,
  async preHandler(request: FastifyRequest): Promise<void> {
    const refused = request.validationError
    if (!refused) return
    if (refused.validationContext !== 'body' || !(refused instanceof FieldErrors)) throw refused
    await checkTogether([
      check(rightFields(schema, request.body, refused.fields), request),
      Promise.reject(refused),
    ])
  },
})

function rightFields<Body extends z.ZodObject>(
  schema: Body,
  body: unknown,
  wrong: Readonly<Record<string, unknown>>,
): Partial<z.output<Body>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {}
  const right = Object.entries(schema.shape).filter(([name]) => !Object.hasOwn(wrong, name))
  const read = right.map(([name, field]) => {
    const { data } = (field as z.ZodType).safeParse((body as Record<string, unknown>)[name])
    return [name, data] as const
  })
  return Object.fromEntries(read) as Partial<z.output<Body>>
}
