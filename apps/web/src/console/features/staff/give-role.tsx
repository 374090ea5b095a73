import './give-role.css'
import { type Role, roles, type StaffMember } from '@crm/contract'
import { type FormEvent, useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/inputs.tsx'
import { Stack } from '../../ui/layout.tsx'
import { roleName } from '../../ui/role-name.ts'
import { type Found, PersonSearch } from './person-search.tsx'
import { useRoles } from './use-roles.ts'

/** Makes a customer a colleague. */
export function GiveRole({ staff }: { staff: readonly StaffMember[] }) {
  const { change, busyId } = useRoles()
  const [person, setPerson] = useState<Found>()
  const [role, setRole] = useState<Role>('cashier')
  const [problem, setProblem] = useState('')
  const [given, setGiven] = useState(0)

  async function give(event: FormEvent) {
    event.preventDefault()
    if (!person) return setProblem(m.staff_choose_person())
    const { id, name } = person
    if (staff.some((member) => member.id === id)) return setProblem(m.staff_already({ name }))
    setProblem('')
    // What went wrong has been shown; the person stays chosen for another try.
    await change({ id, name, from: null, to: role }).then(startAnew, () => undefined)
  }

  function startAnew() {
    setPerson(undefined)
    setGiven((count) => count + 1)
  }

  return (
    <Stack component="section" gap="sm" aria-labelledby="give-role-title">
      <div>
        <h2 id="give-role-title">{m.staff_add()}</h2>
        <p className="quiet">{m.staff_add_text()}</p>
      </div>
      <form className="give-role" onSubmit={give} noValidate>
        <PersonSearch
          key={given}
          chosen={person}
          error={problem}
          onChoose={(next) => {
            setProblem('')
            setPerson(next)
          }}
        />
        <Select
          label={m.staff_role()}
          allowDeselect={false}
          value={role}
          data={roles.map((one) => ({ value: one, label: roleName(one) }))}
          onChange={(next) => next && setRole(next)}
        />
        <Button type="submit" loading={busyId !== undefined && busyId === person?.id}>
          {m.staff_give()}
        </Button>
      </form>
    </Stack>
  )
}
