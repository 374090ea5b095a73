import { IconArrowLeft, IconPlus, IconTrash } from '@tabler/icons-react'
import { m } from '../../../messages/messages.js'
import { useMay } from '../../app/use-session.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { useList } from './use-list.ts'

/** Beside the title: add somebody, or look into the trash and back. */
export function ListActions() {
  const { search } = useList()
  const mayAdd = useMay('customers:write')
  if (search.trashed)
    return (
      <div className="head-actions">
        <ButtonLink
          to="/customers"
          search={{}}
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          {m.customers_back()}
        </ButtonLink>
      </div>
    )
  return (
    <div className="head-actions">
      <ButtonLink
        to="/customers"
        search={{ trashed: 'true' }}
        variant="default"
        leftSection={<IconTrash size={18} aria-hidden />}
      >
        {m.customers_trash()}
      </ButtonLink>
      {mayAdd ? (
        <ButtonLink to="/customers/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {m.customers_add()}
        </ButtonLink>
      ) : null}
    </div>
  )
}
