import { m } from '../../../messages/messages.js'
import { PageTitle } from '../../ui/page-title.tsx'

export function CustomersPage() {
  return <PageTitle>{m.console_nav_customers()}</PageTitle>
}
