import { signOut } from '../../../lib/session.ts'
import { m } from '../../../messages/messages.js'
import { leave } from '../../app/leave.ts'
import { Button } from '../../ui/button.tsx'
import { OwnProofForm, useOwnProof } from '../../ui/own-proof.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useForm } from '../../ui/use-form.ts'
import { deleteAccount } from './security.api.ts'

/** Says what is lost and for how long it can be had back; the password, with a code where there is one, confirms it. */
export function DeleteAccount() {
  const proof = useOwnProof()
  const form = useForm(({ password = '', otp }) =>
    leave(async () => {
      await proof.prove(() => deleteAccount({ password, otp }))
      await signOut()
    }, m.security_deleted()),
  )
  return (
    <OwnProofForm proof={proof} label={m.security_delete_password()} errors={form.errors}>
      {(fields) => (
        <form className="form" onSubmit={form.submit} noValidate>
          <p>{m.security_delete_text()}</p>
          <p>{m.security_delete_days()}</p>
          {fields}
          <Problem text={form.problem} />
          <div>
            <Button type="submit" look="danger" isBusy={form.isBusy}>
              {m.security_delete()}
            </Button>
          </div>
        </form>
      )}
    </OwnProofForm>
  )
}
