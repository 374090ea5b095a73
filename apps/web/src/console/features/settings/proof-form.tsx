import type { SecondFactorProof } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { PasswordInput } from '../../ui/inputs.tsx'
import { Group } from '../../ui/layout.tsx'
import { useForm } from '../../ui/use-form.ts'
import { CodeInput } from './code-input.tsx'

type ProofFormProps = {
  text: string
  action: string
  isDangerous?: boolean
  send: (proof: SecondFactorProof) => Promise<void>
  onCancel: () => void
}

/** What changes how somebody signs in takes what signing in takes: the password and a code. */
export function ProofForm({ text, action, isDangerous = false, send, onCancel }: ProofFormProps) {
  const { form, submit, isBusy, problem } = useForm({
    initialValues: { password: '', code: '' },
    send: ({ password, code }) => send({ password, code: code.replace(/\s/g, '') }),
  })
  return (
    <form className="form narrow" onSubmit={submit} noValidate>
      <p>{text}</p>
      <PasswordInput
        label={m.settings_second_factor_password()}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': m.console_show_password(), tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <CodeInput description={m.settings_second_factor_code_or_recovery()} {...form.getInputProps('code')} />
      <FormProblem>{problem}</FormProblem>
      <Group gap="xs">
        <Button
          type="submit"
          loading={isBusy}
          {...(isDangerous && { color: 'var(--oil)', autoContrast: true })}
        >
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {m.console_cancel()}
        </Button>
      </Group>
    </form>
  )
}
