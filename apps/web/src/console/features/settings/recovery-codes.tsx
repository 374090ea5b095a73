import { storeName } from '../../../lib/store.ts'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Group, Stack } from '../../ui/layout.tsx'
import { Alert } from '../../ui/text.tsx'
import { toast } from '../../ui/toast.tsx'

type RecoveryCodesProps = { title: string; codes: readonly string[]; onDone: () => Promise<void> }

/** The codes for a lost phone, shown this once. */
export function RecoveryCodes({ title, codes, onDone }: RecoveryCodesProps) {
  const text = codes.join('\n')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.done(m.settings_second_factor_copied()),
      () => toast.problem(m.settings_recovery_not_copied()),
    )
  return (
    <Stack>
      <Alert color="leaf" role="status" title={title}>
        {m.settings_recovery_text()}
      </Alert>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button variant="default" onClick={copy}>
          {m.settings_recovery_copy()}
        </Button>
        <Button variant="default" onClick={() => saveAsFile(text)}>
          {m.settings_recovery_download()}
        </Button>
        <Button onClick={onDone}>{m.settings_recovery_done()}</Button>
      </Group>
    </Stack>
  )
}

function saveAsFile(text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `${storeName()}.txt` })
  link.click()
  URL.revokeObjectURL(url)
}
