import { m } from '../../messages/messages.js'
import { SecurityPage as Security } from '../features/security/security-page.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { later } from '../ui/later.tsx'
import { usePlaceInAddress } from '../ui/use-place-in-address.ts'

const ActivityList = later(async () => (await import('../features/activity/activity-list.tsx')).ActivityList)

/** What keeps the account safe, and what happened to it. */
export function SecurityPage() {
  usePlaceInAddress(true)
  return (
    <Security
      activity={
        <Disclosure id="activity" title={m.activity_title()} summary={m.activity_summary()}>
          <ActivityList />
        </Disclosure>
      }
    />
  )
}
