import type { NewsItem } from '../ui/news-lines.tsx'
import type { Answer } from '../ui/use-answer.ts'

/** The news of several parts of the store as one answer: what is here shows, and what is not can be asked for again. */
export function together(answers: readonly Answer<NewsItem[]>[]): Answer<NewsItem[]> {
  const bodies = answers.flatMap(({ body }) => (body ? [body] : []))
  const refusal = answers.find((answer) => answer.refusal)?.refusal
  const isAsking = answers.some((answer) => answer.isAsking)
  const isHere = bodies.length === answers.length || (bodies.length > 0 && !isAsking)
  return {
    isAsking,
    ...(isHere ? { body: bodies.flat() } : {}),
    ...(refusal ? { refusal } : {}),
    async ask() {
      await Promise.all(answers.filter((answer) => answer.refusal).map((answer) => answer.ask()))
    },
  }
}

/** The latest few, newest first; the same thing done several times in a row is one line. */
export function latest(items: readonly NewsItem[], count: number): NewsItem[] {
  const sorted = items.toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
  return sorted.filter(({ text }, place) => text !== sorted[place - 1]?.text).slice(0, count)
}
