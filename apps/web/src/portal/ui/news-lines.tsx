import { formatMoment } from '../../lib/format.ts'
import './news-lines.css'

/** A line of news for a customer, whichever part of the store it comes from. */
export type NewsItem = { id: string; text: string; created_at: string }

/** What happened in plain words, and when. */
export const NewsLines = ({ items }: { items: readonly NewsItem[] }) => (
  <ol className="news">
    {items.map(({ id, text, created_at }) => (
      <li key={id}>
        <span>{text}</span>
        <time className="quiet" dateTime={created_at}>
          {formatMoment(created_at)}
        </time>
      </li>
    ))}
  </ol>
)
