import type { SecondFactorSecret } from '@crm/contract'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { PasswordInput } from '../../ui/inputs.tsx'
import { Group } from '../../ui/layout.tsx'
import { useForm } from '../../ui/use-form.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ScanForm } from './scan-form.tsx'
import { beginSecondFactor } from './second-factor.api.ts'

type StartProps = { onDone: () => Promise<void>; onCancel: () => void }

/** The password, then the app, then the codes for a lost phone. */
export function StartSecondFactor({ onDone, onCancel }: StartProps) {
  const [begun, setBegun] = useState<SecondFactorSecret>()
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <RecoveryCodes title={m.settings_recovery_title()} codes={codes} onDone={onDone} />
  if (begun) return <ScanForm begun={begun} onCodes={setCodes} onCancel={onCancel} />
  return <PasswordForm onBegun={setBegun} onCancel={onCancel} />
}

function PasswordForm({
  onBegun,
  onCancel,
}: {
  onBegun: (begun: SecondFactorSecret) => void
  onCancel: () => void
}) {
  const { form, submit, isBusy, problem } = useForm({
    initialValues: { password: '' },
    send: async ({ password }) => onBegun(await beginSecondFactor(password)),
  })
  return (
    <form className="form narrow" onSubmit={submit} noValidate>
      <PasswordInput
        label={m.settings_second_factor_password()}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': m.console_show_password(), tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <FormProblem>{problem}</FormProblem>
      <Group gap="xs">
        <Button type="submit" loading={isBusy}>
          {m.settings_second_factor_next()}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {m.console_cancel()}
        </Button>
      </Group>
    </form>
  )
}
