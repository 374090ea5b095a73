import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUnsaved } from '../../ui/use-unsaved.ts'

/** The codes that open the account without the phone. They show once: copied or on paper they are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => Promise<void> }) {
  useUnsaved(true, m.security_codes_leave)
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => toast(m.security_codes_copied()),
      () => toast(m.security_codes_not_copied()),
    )
  return (
    <>
      <p className="notice notice-good" role="status">
        {m.security_factor_is_on()}
      </p>
      <section className="recovery-codes">
        <h3>{m.security_codes()}</h3>
        <p>{m.security_codes_text()}</p>
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </section>
      <div className="row">
        <Button look="secondary" onClick={copy}>
          {m.security_codes_copy()}
        </Button>
        <Button look="secondary" onClick={() => print()}>
          {m.security_codes_print()}
        </Button>
        <Button onClick={onDone}>{m.security_codes_done()}</Button>
      </div>
    </>
  )
}
