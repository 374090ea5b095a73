import './duplicate-hint.css'
import { useQuery } from '@tanstack/react-query'
import { m } from '../../../messages/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { customerPath } from './customer-path.ts'
import { findByEmail } from './customers.api.ts'

/** Who has the address already, where the lists know them: staff goes there instead of adding them twice. */
export function DuplicateHint({ email }: { email: string }) {
  const { data: found } = useQuery({
    queryKey: ['customers', 'by-email', email],
    queryFn: async () => (await findByEmail(email)) ?? null,
    enabled: email.includes('@'),
  })
  if (!found) return null
  return (
    <p className="duplicate" role="status">
      {m.customers_duplicate({ name: found.full_name || found.email })}{' '}
      <TextLink to={customerPath(found.id)}>{m.customers_duplicate_open()}</TextLink>
    </p>
  )
}
