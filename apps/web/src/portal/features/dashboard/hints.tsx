import { places } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Link } from '../../app/router.tsx'
import type { Missing } from './dashboard.rules.ts'
import './hints.css'

const hints: Record<Missing, { to: string; title: () => string; text: () => string }> = {
  picture: { to: places.picture, title: m.dashboard_add_picture, text: m.dashboard_add_picture_text },
  phone: { to: places.phone, title: m.dashboard_add_phone, text: m.dashboard_add_phone_text },
  preferences: {
    to: places.wishes,
    title: m.dashboard_add_preferences,
    text: m.dashboard_add_preferences_text,
  },
}

/** What the store could do better for somebody if it knew. */
export function Hints({ missing }: { missing: Missing[] }) {
  return (
    <section className="stack hints">
      <h2>{m.dashboard_hints()}</h2>
      <ul>
        {missing.map((part) => (
          <li key={part}>
            <Link to={hints[part].to}>{hints[part].title()}</Link>
            <span className="quiet">{hints[part].text()}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
