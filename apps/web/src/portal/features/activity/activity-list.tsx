import type { ActivityPage } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NewsLines } from '../../ui/news-lines.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { listEarlier, useActivity } from './activity.api.ts'
import { newsOf } from './activity-text.ts'

/** Everything that the customer is told of what happened to the account, a page at a time. */
export function ActivityList() {
  const activity = useActivity()
  return (
    <Loaded answer={activity} skeleton={<div className="skeleton" style={{ blockSize: '8rem' }} />}>
      {/* Earlier lines go on from the first ones: where those are other ones, they begin again. */}
      {(first) => <Pages key={first.results[0]?.id} first={first} />}
    </Loaded>
  )
}

function Pages({ first }: { first: ActivityPage }) {
  const [earlier, setEarlier] = useState<readonly ActivityPage[]>([])
  const [isBusy, setBusy] = useState(false)
  const pages = [first, ...earlier]
  const cursor = pages.at(-1)?.next_cursor
  if (first.results.length === 0) return <p className="quiet">{m.activity_empty()}</p>

  async function showMore(from: string) {
    setBusy(true)
    await sayRefusal(async () => setEarlier([...earlier, await listEarlier(from)]))
    setBusy(false)
  }
  return (
    <>
      <NewsLines items={pages.flatMap(({ results }) => results.map(newsOf))} />
      {cursor ? (
        <div>
          <Button look="secondary" isBusy={isBusy} onClick={() => showMore(cursor)}>
            {m.activity_more()}
          </Button>
        </div>
      ) : (
        <p className="quiet" role="status">
          {m.activity_end()}
        </p>
      )}
    </>
  )
}
