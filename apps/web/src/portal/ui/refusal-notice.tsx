import type { Refusal } from '@crm/client'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'
import { later } from './later.tsx'

/** The words are fetched when there is something to say; what must be said without a connection is here. */
const Words = later<{ refusal: Refusal }>(async () => {
  const { wholeText } = await import('../../lib/refusal-words.ts')
  return ({ refusal }) => <p>{wholeText(refusal)}</p>
}, null)

/** Why something did not come, and a way to ask again. */
export function RefusalNotice({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  return (
    <div className="notice notice-bad stack" role="alert">
      {refusal.status === 0 ? <p>{m.problem_offline()}</p> : <Words refusal={refusal} />}
      <div>
        <Button look="secondary" onClick={onRetry}>
          {m.try_again()}
        </Button>
      </div>
    </div>
  )
}
