import type { Store } from '@crm/contract'
import { useQueryClient } from '@tanstack/react-query'
import { currencyChoices, languageChoices, timeZoneChoices } from '../../../lib/store-choices.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changeStore, storeHistoryKey, storeQuery } from './store.api.ts'

/** What the store is called and how it counts days and money: written by who may, read by the others. */
export function StoreForm({ store, mayChange }: { store: Store; mayChange: boolean }) {
  const queryClient = useQueryClient()
  const { form, submit, isBusy, problem } = useForm({
    initialValues: changeable(store),
    async send(values) {
      const saved = await changeStore(values)
      queryClient.setQueryData(storeQuery.queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: storeHistoryKey })
      form.setValues(changeable(saved))
      form.resetDirty(changeable(saved))
      toast.done(m.settings_saved())
    },
  })
  const choice = { allowDeselect: false, searchable: true, readOnly: !mayChange } as const
  return (
    <form className={mayChange ? 'form narrow' : 'form narrow read-only'} onSubmit={submit} noValidate>
      <TextInput
        label={m.settings_store_name()}
        readOnly={!mayChange}
        autoComplete="organization"
        {...form.getInputProps('name')}
      />
      <Select
        {...choice}
        searchable={false}
        label={m.settings_store_language()}
        description={m.settings_store_language_hint()}
        data={languageChoices()}
        {...form.getInputProps('language')}
      />
      <Select
        {...choice}
        label={m.settings_store_time_zone()}
        description={m.settings_store_time_zone_hint()}
        data={timeZoneChoices(store.time_zone)}
        {...form.getInputProps('time_zone')}
      />
      <Select
        {...choice}
        label={m.settings_store_currency()}
        data={currencyChoices(store.currency)}
        {...form.getInputProps('currency')}
      />
      <FormProblem>{problem}</FormProblem>
      {mayChange && (
        <div>
          <Button type="submit" loading={isBusy} disabled={!form.isDirty()}>
            {m.console_save()}
          </Button>
        </div>
      )}
      <UnsavedGuard isDirty={form.isDirty()} />
    </form>
  )
}

const changeable = ({ name, language, time_zone, currency }: Store) => ({
  name,
  language,
  time_zone,
  currency,
})
