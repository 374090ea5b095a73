import { m } from '../../messages/messages.js'
import { useLocation } from '../app/router.tsx'
import { SecurityPage as Security } from '../features/security/security-page.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { later } from '../ui/later.tsx'

const ActivityList = later(async () => (await import('../features/activity/activity-list.tsx')).ActivityList)

/** What keeps the account safe, and what happened to it. */
export function SecurityPage() {
  const isWanted = new URLSearchParams(useLocation().search).get('show') === 'activity'
  return (
    <Security
      activity={
        <Disclosure
          key={String(isWanted)}
          title={m.activity_title()}
          summary={m.activity_summary()}
          isOpenAtFirst={isWanted}
        >
          <ActivityList />
        </Disclosure>
      }
    />
  )
}
