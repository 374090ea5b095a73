import type { Result } from 'lighthouse'
import { median } from '../measure/statistics.ts'
import { type Visitor, visit } from './visit.ts'

const categories = ['performance', 'accessibility', 'best-practices'] as const

/** What Lighthouse gives a page in each category, from 0 to 100. */
export type Marks = Record<(typeof categories)[number], number>

const runs = 3

/** Prints the medians of each page and what cost it marks; whether all of them reach the limits. */
export async function markPages(paths: string[], limits: Marks, visitor: Visitor): Promise<boolean> {
  let areAllMet = true
  for (const page of paths) {
    const results: Result[] = []
    for (let run = 0; run < runs; run++) results.push(await visit(page, visitor))
    const marks = medians(results)
    const isMet = categories.every((name) => marks[name] >= limits[name])
    console.log(`| ${[page, ...Object.values(marks), isMet ? 'met' : 'MISSED'].join(' | ')} |`)
    if (!isMet) console.log(results.flatMap(faults).join('\n'))
    areAllMet &&= isMet
  }
  return areAllMet
}

function medians(results: Result[]): Marks {
  const of = (name: keyof Marks) =>
    median(results.map(({ categories: found }) => Math.round((found[name]?.score ?? 0) * 100)))
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    'best-practices': of('best-practices'),
  }
}

/** The audits that lowered a mark, with what they say. */
function faults({ categories: found, audits }: Result): string[] {
  return Object.values(found)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `    ${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`)
}
