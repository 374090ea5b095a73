import { Refusal } from '@crm/client'
import type { Login } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { DoorPage } from '../../ui/door-page.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { signIn } from './account.api.ts'

type Props = { credentials: Login; onBack: () => void }

const focus = (form: HTMLFormElement | null) => form?.querySelector('input')?.focus()

/** The second step of signing in: the code of an app, or one of the recovery codes kept for the day without it. */
export function SecondFactor({ credentials, onBack }: Props) {
  const [isRecovery, setRecovery] = useState(false)
  return (
    <DoorPage title={m.code_title()} text={isRecovery ? m.code_recovery_text() : m.code_text()}>
      <CodeForm key={String(isRecovery)} credentials={credentials} isRecovery={isRecovery} />
      <div className="row">
        <Button look="quiet" onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? m.use_code() : m.use_recovery_code()}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {m.go_back()}
        </Button>
      </div>
    </DoorPage>
  )
}

type CodeFormProps = { credentials: Login; isRecovery: boolean }

/** What was wrong with a code of one kind is not said of the other. */
function CodeForm({ credentials, isRecovery }: CodeFormProps) {
  const form = useForm(({ otp = '' }) => sendCode(credentials, otp, isRecovery))
  return (
    <form ref={focus} className="form" onSubmit={form.submit} noValidate>
      <Field
        name="otp"
        className="code"
        label={isRecovery ? m.recovery_code() : m.code()}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        errors={form.errors.otp}
        required
      />
      <Problem text={form.problem} />
      <Button type="submit" isBusy={form.isBusy}>
        {m.sign_in()}
      </Button>
    </form>
  )
}

async function sendCode(credentials: Login, typed: string, isRecovery: boolean): Promise<void> {
  // Apps show the six digits with a space in the middle.
  const otp = typed.replace(/\s+/g, '')
  if (otp === '') throw faultOfCode(m.code_missing())
  try {
    await signIn({ ...credentials, otp })
  } catch (refusal) {
    const isWrong = refusal instanceof Refusal && refusal.code.startsWith('otp_')
    throw isWrong ? faultOfCode(isRecovery ? m.recovery_code_wrong() : m.code_wrong()) : refusal
  }
}

const faultOfCode = (otp: string) => new Refusal({ status: 400, code: 'invalid', fields: { otp: [otp] } })
