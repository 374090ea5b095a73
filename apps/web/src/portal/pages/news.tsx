import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { Link } from '../app/router.tsx'
import { useActivityNews } from '../features/activity/use-activity-news.ts'
import { Loaded } from '../ui/loaded.tsx'
import { NewsLines } from '../ui/news-lines.tsx'
import { latest, together } from './news.rules.ts'
import './news.css'

const shown = 3

/** What is new for the customer. A part of the store that has news adds its hook to the list. */
export function News() {
  const news = together([useActivityNews()])
  return (
    <section className="stack whats-new">
      <h2>{m.news_title()}</h2>
      <div className="news-box">
        <Loaded answer={news} skeleton={<NewsSkeleton />}>
          {(items) =>
            items.length > 0 ? (
              <NewsLines items={latest(items, shown)} />
            ) : (
              <p className="quiet">{m.activity_empty()}</p>
            )
          }
        </Loaded>
        <Link to={`${paths.security}#activity`}>{m.news_all()}</Link>
      </div>
    </section>
  )
}

/** As tall as what comes, so that nothing moves when it does. */
const NewsSkeleton = () => <div className="skeleton" style={{ blockSize: '9rem' }} />
