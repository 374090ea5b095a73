import type { ReactNode } from 'react'
import { m } from '../../../messages/messages.js'
import { Disclosure } from '../../ui/disclosure.tsx'
import { later } from '../../ui/later.tsx'
import { ToastPlace } from '../../ui/toast.tsx'
import './security.css'
import { SignOutCard } from './sign-out-card.tsx'

const PasswordForm = later(async () => (await import('./password-form.tsx')).PasswordForm)
const SecondFactor = later(async () => (await import('./second-factor.tsx')).SecondFactor)
const SessionsList = later(async () => (await import('./sessions-list.tsx')).SessionsList)
const OwnData = later(async () => (await import('./own-data.tsx')).OwnData)
const DeleteAccount = later(async () => (await import('./delete-account.tsx')).DeleteAccount)

export function SecurityPage({ activity }: { activity: ReactNode }) {
  return (
    <div className="stack security">
      <h1>{m.security_title()}</h1>
      <Disclosure title={m.security_password()} summary={m.security_password_text()}>
        <PasswordForm />
      </Disclosure>
      <Disclosure title={m.security_factor()} summary={m.security_factor_summary()}>
        <SecondFactor />
      </Disclosure>
      <Disclosure title={m.security_sessions()} summary={m.security_sessions_text()}>
        <SessionsList />
      </Disclosure>
      {activity}
      <SignOutCard />
      <Disclosure title={m.security_data()} summary={m.security_data_summary()}>
        <OwnData />
      </Disclosure>
      <Disclosure title={m.security_delete_title()} summary={m.security_delete_summary()}>
        <DeleteAccount />
      </Disclosure>
      <ToastPlace />
    </div>
  )
}
