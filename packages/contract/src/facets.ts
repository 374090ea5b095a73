import { z } from 'zod'
import { customerListQuery } from './customers.ts'
import { examples } from './examples.ts'

/** The filters of the list, without what sorts and pages it. */
export const customerFacetsQuery = customerListQuery.pick({
  search: true,
  is_active: true,
  is_verified: true,
  is_staff: true,
  city: true,
  date_joined_after: true,
  date_joined_before: true,
  trashed: true,
})
export type CustomerFacetsQuery = z.infer<typeof customerFacetsQuery>

const counted = () => z.int().nullable()
const yesAndNo = () => z.object({ true: counted(), false: counted() })

export const customerFacets = z
  .object({
    is_counted: z
      .boolean()
      .describe(
        '`false` where a search finds more than 10,000: the choices are told then, but all counts are null.',
      ),
    count: counted().describe('How many match all filters, as the list says.'),
    is_active: yesAndNo(),
    is_verified: yesAndNo(),
    is_staff: yesAndNo(),
    cities: z
      .array(z.object({ value: z.string(), count: counted() }))
      .describe('The 20 with most customers, in their most usual spelling. Who gave no city is in none.'),
    joined: z
      .array(z.object({ year: z.int(), count: counted() }))
      .describe('By the year they joined (UTC), the latest first.'),
  })
  .meta({
    id: 'CustomerFacets',
    description:
      'How many customers each choice of a filter would show. Each facet counts with all filters but its own; `joined` leaves out both dates. Exact at every moment.',
    examples: [examples.facets],
  })
export type CustomerFacets = z.infer<typeof customerFacets>
