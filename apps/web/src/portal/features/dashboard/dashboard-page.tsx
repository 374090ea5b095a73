import type { Person, Profile } from '@crm/contract'
import { type ReactNode, useEffect } from 'react'
import { formatMonth, formatNumber } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Avatar } from '../../ui/avatar.tsx'
import { later } from '../../ui/later.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { usePerson } from '../../ui/use-person.ts'
import { CustomerCard } from './customer-card.tsx'
import { noteVerified, useProfile } from './dashboard.api.ts'
import { missingIn, partOfDay } from './dashboard.rules.ts'
import { Hints } from './hints.tsx'
import './dashboard.css'

const VerifyNotice = later(async () => (await import('./verify-notice.tsx')).VerifyNotice)

export function DashboardPage({ news }: { news: ReactNode }) {
  const person = usePerson()
  return person ? <Dashboard person={person} news={news} /> : null
}

function Dashboard({ person, news }: { person: Person; news: ReactNode }) {
  const profile = useProfile()
  const isVerified = profile.body?.is_verified ?? person.is_verified
  const missing = profile.body ? missingIn(profile.body) : []
  useEffect(() => {
    if (isVerified && !person.is_verified) noteVerified()
  }, [isVerified, person.is_verified])
  return (
    <div className="stack">
      <div className="greeting">
        <Avatar name={person.full_name} picture={person.profile_picture} />
        <h1>{greet(person.first_name)}</h1>
      </div>
      {isVerified ? null : <VerifyNotice email={person.email} />}
      <div className="dashboard">
        <CustomerCard person={person} />
        <Loaded answer={profile} skeleton={<NumbersSkeleton />}>
          {(body) => <Numbers profile={body} />}
        </Loaded>
      </div>
      <div className="dashboard-more">
        {news}
        {missing.length > 0 ? <Hints missing={missing} /> : null}
      </div>
      {person.role === null ? null : (
        <a className="button button-secondary" href={paths.console}>
          {m.dashboard_console()}
        </a>
      )}
    </div>
  )
}

function greet(name: string): string {
  const greetings = {
    morning: m.dashboard_morning,
    afternoon: m.dashboard_afternoon,
    evening: m.dashboard_evening,
  }
  return greetings[partOfDay(new Date().getHours())]({ name })
}

function Numbers({ profile }: { profile: Profile }) {
  const numbers = [
    { label: m.dashboard_points(), value: formatNumber(profile.loyalty_points) },
    { label: m.dashboard_purchases(), value: formatNumber(profile.total_purchases) },
    { label: m.dashboard_since(), value: formatMonth(profile.date_joined) },
  ]
  return (
    <dl className="numbers">
      {numbers.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const NumbersSkeleton = () => (
  <div className="numbers">
    {[1, 2, 3].map((place) => (
      <div key={place}>
        <div className="skeleton" style={{ inlineSize: '60%' }} />
        <div className="skeleton" style={{ inlineSize: '40%', blockSize: '1.8rem' }} />
      </div>
    ))}
  </div>
)
