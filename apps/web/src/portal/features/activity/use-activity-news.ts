import type { NewsItem } from '../../ui/news-lines.tsx'
import type { Answer } from '../../ui/use-answer.ts'
import { useActivity } from './activity.api.ts'
import { newsOf } from './activity-text.ts'

/** What happened to the account, as news. */
export function useActivityNews(): Answer<NewsItem[]> {
  const { body, ...rest } = useActivity()
  return body ? { ...rest, body: body.results.map(newsOf) } : rest
}
