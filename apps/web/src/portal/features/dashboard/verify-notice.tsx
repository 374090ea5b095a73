import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { ToastPlace, toast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { resendVerification } from './dashboard.api.ts'
import './verify-notice.css'

/** Asks for the click in the mail that proves the address, and sends the mail again. */
export function VerifyNotice({ email }: { email: string }) {
  const form = useForm(async () => {
    await resendVerification(email)
    toast(m.dashboard_verify_sent({ email }))
  })
  return (
    <form className="notice notice-attention" onSubmit={form.submit}>
      <div>
        <strong>{m.dashboard_verify()}</strong>
        <p>{m.dashboard_verify_text({ email })}</p>
      </div>
      <Button type="submit" look="secondary" isBusy={form.isBusy}>
        {m.dashboard_verify_resend()}
      </Button>
      <p className="field-errors" role="alert">
        {form.problem}
      </p>
      <ToastPlace />
    </form>
  )
}
