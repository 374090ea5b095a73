import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { PasswordInput } from '../../ui/inputs.tsx'
import { Group } from '../../ui/layout.tsx'
import { toast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { CodeInput } from './code-input.tsx'
import { endSecondFactor } from './second-factor.api.ts'

/** Turning it off takes what signing in takes. */
export function EndSecondFactor({ onDone, onCancel }: { onDone: () => Promise<void>; onCancel: () => void }) {
  const { form, submit, isBusy, problem } = useForm({
    initialValues: { password: '', code: '' },
    async send({ password, code }) {
      await endSecondFactor({ password, code: code.replace(/\s/g, '') })
      toast.done(m.settings_second_factor_stopped())
      await onDone()
    },
  })
  return (
    <form className="form narrow" onSubmit={submit} noValidate>
      <p>{m.settings_second_factor_stop_text()}</p>
      <PasswordInput
        label={m.settings_second_factor_password()}
        autoComplete="current-password"
        autoFocus
        {...form.getInputProps('password')}
      />
      <CodeInput description={m.settings_second_factor_code_or_recovery()} {...form.getInputProps('code')} />
      <FormProblem>{problem}</FormProblem>
      <Group gap="xs">
        <Button type="submit" color="var(--oil)" autoContrast loading={isBusy}>
          {m.settings_second_factor_stop()}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {m.console_cancel()}
        </Button>
      </Group>
    </form>
  )
}
