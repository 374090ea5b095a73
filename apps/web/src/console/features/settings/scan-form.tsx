import type { SecondFactorSecret } from '@crm/contract'
import { lazy, Suspense } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { Group, Skeleton, Stack } from '../../ui/layout.tsx'
import { useForm } from '../../ui/use-form.ts'
import { CodeInput } from './code-input.tsx'
import { confirmSecondFactor } from './second-factor.api.ts'

const QrPicture = lazy(async () => ({ default: (await import('./qr-picture.tsx')).QrPicture }))

type ScanFormProps = { begun: SecondFactorSecret; onCodes: (codes: string[]) => void; onCancel: () => void }

/** Brings the key into an app on the phone, by camera or by hand, and proves that it arrived. */
export function ScanForm({ begun: { uri, secret }, onCodes, onCancel }: ScanFormProps) {
  const { form, submit, isBusy, problem } = useForm({
    initialValues: { code: '' },
    send: async ({ code }) => onCodes((await confirmSecondFactor(code.replace(/\s/g, ''))).recovery_codes),
  })
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{m.settings_second_factor_scan()}</p>
      <div className="scan">
        <Suspense fallback={<Skeleton width={220} height={220} />}>
          <QrPicture text={uri} />
        </Suspense>
        <Stack gap="xs">
          <p className="quiet">{m.settings_second_factor_key()}</p>
          <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
          <div>
            <Button component="a" href={uri} variant="default">
              {m.settings_second_factor_open_app()}
            </Button>
          </div>
        </Stack>
      </div>
      <CodeInput
        inputMode="numeric"
        description={m.settings_second_factor_code_hint()}
        {...form.getInputProps('code')}
      />
      <FormProblem>{problem}</FormProblem>
      <Group gap="xs">
        <Button type="submit" loading={isBusy}>
          {m.settings_second_factor_confirm()}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {m.console_cancel()}
        </Button>
      </Group>
    </form>
  )
}
