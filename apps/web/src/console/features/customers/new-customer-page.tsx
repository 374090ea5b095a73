import { languages } from '@crm/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { language, region } from '../../../lib/language.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import { Group, Paper, Stack } from '../../ui/layout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Alert, Text } from '../../ui/text.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx'
import { useForm } from '../../ui/use-form.ts'
import { customerPath } from './customer-path.ts'
import { addCustomer } from './customers.api.ts'
import './customers.css'
import { DuplicateHint } from './duplicate-hint.tsx'

const names = new Intl.DisplayNames([region()], { type: 'language' })

/** Adds a customer whom the store knows; a mail invites them to choose a password. */
export function NewCustomerPage() {
  const navigate = useNavigate()
  const [sentEmail, setSentEmail] = useState('')
  const { form, submit, isBusy, problem, refusal } = useForm({
    initialValues: {
      first_name: '',
      last_name: '',
      email: '',
      phone_number: '',
      city: '',
      preferred_language: language() as string,
    },
    async send(values) {
      setSentEmail(values.email)
      const added = await addCustomer(values)
      toast.done(m.customers_added({ name: added.full_name }))
      await navigate({ to: customerPath(added.id), ignoreBlocker: true })
    },
  })
  const field = (name: keyof typeof form.values) => form.getInputProps(name)
  return (
    <div className="new-customer">
      <PageTitle>{m.customers_new_title()}</PageTitle>
      <Text c="dimmed">{m.customers_new_text()}</Text>
      <Paper withBorder p="lg" radius="lg" mt="md">
        <form onSubmit={submit} noValidate>
          <Stack>
            <div className="form-row">
              <TextInput
                label={m.customers_first_name()}
                required
                autoComplete="off"
                {...field('first_name')}
              />
              <TextInput
                label={m.customers_last_name()}
                description={m.customers_last_name_hint()}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                autoComplete="off"
                {...field('last_name')}
              />
            </div>
            <TextInput
              label={m.console_email()}
              type="email"
              required
              autoComplete="off"
              {...field('email')}
            />
            {refusal?.fields.email ? <DuplicateHint email={sentEmail} /> : null}
            <div className="form-row">
              <TextInput
                label={m.customers_column_phone()}
                type="tel"
                autoComplete="off"
                {...field('phone_number')}
              />
              <TextInput label={m.customers_column_city()} autoComplete="off" {...field('city')} />
            </div>
            <Select
              label={m.customers_language()}
              allowDeselect={false}
              data={languages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
              {...field('preferred_language')}
            />
            <div role="alert">{problem ? <Alert color="red">{problem}</Alert> : null}</div>
            <Group>
              <Button type="submit" loading={isBusy}>
                {m.customers_add()}
              </Button>
              <ButtonLink to="/customers" variant="default">
                {m.console_cancel()}
              </ButtonLink>
            </Group>
          </Stack>
        </form>
      </Paper>
      <UnsavedGuard isDirty={form.isDirty()} />
    </div>
  )
}
