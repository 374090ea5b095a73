import type { CustomerEvent, Person } from '@crm/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDay, formatTime } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Nothing } from '../../ui/nothing.tsx'
import { eventAuthor, eventSentence, undoneSentence } from './event-sentence.ts'
import { daysAgo, eventsByDay } from './events-by-day.ts'
import { historyQuery, storeHistoryQuery } from './history.api.ts'

type HistoryProps = { customer_id: string; reader: Person }

/** What happened to a customer and who did it, day by day. */
export const History = ({ customer_id, reader }: HistoryProps) => (
  <Trail
    title={m.history_title()}
    empty={m.history_empty_text()}
    query={historyQuery(customer_id)}
    {...{ customer_id, reader }}
  />
)

/** The same of the settings of the store. */
export const StoreHistory = ({ reader }: { reader: Person }) => (
  <Trail
    title={m.settings_history()}
    empty={m.settings_history_empty()}
    query={storeHistoryQuery()}
    customer_id=""
    reader={reader}
  />
)

type TrailProps = HistoryProps & { title: string; empty: string; query: ReturnType<typeof historyQuery> }

function Trail({ title, empty, query, customer_id, reader }: TrailProps) {
  const history = useInfiniteQuery(query)
  return (
    <Stack component="section" aria-labelledby="history-title">
      <h2 id="history-title">{title}</h2>
      <Loaded query={history} loading={m.history_loading()}>
        {({ pages }) => {
          const events = pages.flatMap(({ results }) => results)
          if (events.length === 0) return <Nothing title={m.history_empty()} text={empty} />
          return (
            <>
              {eventsByDay(events).map(({ day, events: ofDay }) => (
                <Day key={day.getTime()} day={day} events={ofDay} {...{ customer_id, reader }} />
              ))}
              {history.hasNextPage ? (
                <Button
                  variant="default"
                  loading={history.isFetchingNextPage}
                  onClick={() => history.fetchNextPage()}
                >
                  {m.history_more()}
                </Button>
              ) : (
                <p className="quiet">{m.history_end()}</p>
              )}
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

function Day({ day, events, customer_id, reader }: HistoryProps & { day: Date; events: CustomerEvent[] }) {
  return (
    <div>
      <h3 className="history-day">{dayName(day)}</h3>
      <ol className="history">
        {events.map((event) => (
          <li key={event.id} className="history-event">
            <time dateTime={event.occurred_at} className="quiet">
              {formatTime(event.occurred_at)}
            </time>
            <span>
              {eventSentence(event)}{' '}
              <span className="quiet">{eventAuthor(event, customer_id, reader.id)}</span>
              {event.undone ? (
                <span className="history-undone">{undoneSentence(event, customer_id, reader.id)}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function dayName(day: Date): string {
  const ago = daysAgo(day, new Date())
  if (ago === 0) return m.history_today()
  if (ago === 1) return m.history_yesterday()
  return formatDay(day)
}
