import { Refusal } from '@crm/client'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { storeName } from '../../../lib/store.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Door } from '../../ui/door.tsx'
import { PasswordInput, TextInput } from '../../ui/inputs.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Alert, Text } from '../../ui/text.tsx'
import { useForm } from '../../ui/use-form.ts'
import { signIn } from './account.api.ts'

/** The staff's way in: email and password, then a code from who has a second factor. */
export function SignInPage() {
  const [needsCode, setNeedsCode] = useState(false)
  const { form, submit, isBusy, problem } = useForm({
    initialValues: { email: '', password: '', otp: '' },
    async send({ otp, ...rest }) {
      try {
        await signIn(otp ? { ...rest, otp } : rest)
      } catch (refusal) {
        if (!(refusal instanceof Refusal) || refusal.code !== 'otp_required' || needsCode) throw refusal
        setNeedsCode(true)
      }
    },
  })
  return (
    <Door>
      <div>
        <PageTitle>{needsCode ? m.console_code_title() : m.console_sign_in_title()}</PageTitle>
        <Text c="dimmed">
          {needsCode ? m.console_code_text() : m.console_sign_in_text({ store: storeName() })}
        </Text>
      </div>
      <form onSubmit={submit} noValidate>
        <Stack>
          {needsCode ? (
            <TextInput
              label={m.console_code()}
              size="md"
              autoFocus
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              {...form.getInputProps('otp')}
            />
          ) : (
            <Credentials field={form.getInputProps} />
          )}
          <div role="alert">{problem ? <Alert color="red">{problem}</Alert> : null}</div>
          <Button type="submit" size="md" loading={isBusy}>
            {m.console_sign_in()}
          </Button>
        </Stack>
      </form>
      {needsCode ? (
        <Button variant="subtle" onClick={() => setNeedsCode(false)}>
          {m.console_code_back()}
        </Button>
      ) : (
        <Text ta="center">
          <a href={paths.forgotPassword}>{m.console_forgot_password()}</a>
        </Text>
      )}
    </Door>
  )
}

function Credentials({ field }: { field: (name: 'email' | 'password') => object }) {
  return (
    <>
      <TextInput
        label={m.console_email()}
        size="md"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        {...field('email')}
      />
      <PasswordInput
        label={m.console_password()}
        size="md"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': m.console_show_password(), tabIndex: 0 }}
        {...field('password')}
      />
    </>
  )
}
