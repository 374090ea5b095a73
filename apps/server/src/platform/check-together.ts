import { FieldErrors } from './errors.ts'

type Checked<Checks extends readonly unknown[]> = {
  -readonly [Place in keyof Checks]: Awaited<Checks[Place]>
}

/**
 * Waits for all the checks, and refuses with every fault of every field that they found: nobody mends one to hear of
 * the next. Any other refusal comes before those.
 */
export async function checkTogether<const Checks extends readonly unknown[]>(
  checks: Checks,
): Promise<Checked<Checks>> {
  const results = await Promise.allSettled(checks)
  const reasons = results.filter((one) => one.status === 'rejected').map(({ reason }) => reason as unknown)
  const graver = reasons.find((reason) => !(reason instanceof FieldErrors))
  if (graver) throw graver
  if (reasons.length > 0) throw new FieldErrors(allFaults(reasons as FieldErrors[]))
  return results.map((one) => one.status === 'fulfilled' && one.value) as Checked<Checks>
}

function allFaults(refusals: readonly FieldErrors[]): Record<string, string[]> {
  const faults: Record<string, string[]> = {}
  for (const [field, said] of refusals.flatMap(({ fields }) => Object.entries(fields)))
    faults[field] = [...(faults[field] ?? []), ...said]
  return faults
}
