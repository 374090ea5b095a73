import './staff-list.css'
import { type Person, type Role, roles, type StaffMember } from '@crm/contract'
import { useState } from 'react'
import { formatMoment } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Select } from '../../ui/inputs.tsx'
import { TextLink } from '../../ui/link.tsx'
import { roleName } from '../../ui/role-name.ts'
import { shownName } from '../../ui/shown-name.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useRoles } from './use-roles.ts'

/** Everybody who works here, each with the role to be changed or taken away. */
export function StaffList({ staff, reader }: { staff: readonly StaffMember[]; reader: Person }) {
  const { change, busyId } = useRoles()
  const [own, setOwn] = useState<{ member: StaffMember; to: Role | null }>()
  const ask = (member: StaffMember, to: Role | null) => {
    if (to === member.role) return
    if (member.id === reader.id) setOwn({ member, to })
    else void apply(member, to)
  }
  // What went wrong has been shown; the list shows what holds.
  const apply = (member: StaffMember, to: Role | null) =>
    change({ id: member.id, name: shownName(member), from: member.role, to }).catch(() => undefined)

  return (
    <>
      <ul className="staff">
        {staff.map((member) => (
          <StaffLine
            key={member.id}
            member={member}
            isOwn={member.id === reader.id}
            isBusy={busyId === member.id}
            onRole={(to) => ask(member, to)}
          />
        ))}
      </ul>
      <Confirm
        isOpen={own !== undefined}
        title={m.staff_own_role_title()}
        text={m.staff_own_role_text()}
        action={m.staff_own_role_go()}
        onConfirm={() => {
          if (own) void apply(own.member, own.to)
          setOwn(undefined)
        }}
        onClose={() => setOwn(undefined)}
      />
    </>
  )
}

type StaffLineProps = {
  member: StaffMember
  isOwn: boolean
  isBusy: boolean
  onRole: (role: Role | null) => void
}

function StaffLine({ member, isOwn, isBusy, onRole }: StaffLineProps) {
  const { last_login } = member
  const name = shownName(member)
  return (
    <li className="staff-member" aria-busy={isBusy}>
      <Avatar name={name} picture={member.profile_picture} size={44} />
      <div className="staff-name">
        <p>
          <TextLink to="/customers/$id" params={{ id: member.id }}>
            {name}
          </TextLink>{' '}
          {isOwn && <StatusBadge tone="calm">{m.staff_you()}</StatusBadge>}{' '}
          {!member.is_active && <StatusBadge tone="bad">{m.staff_inactive()}</StatusBadge>}
        </p>
        {member.full_name && <p className="quiet">{member.email}</p>}
        <p className="quiet staff-facts">
          {m.staff_last_sign_in({ moment: last_login ? formatMoment(last_login) : m.staff_never() })}
          <TextLink
            to="/customers/$id"
            params={{ id: member.id }}
            search={{ tab: 'history' }}
            aria-label={m.staff_history_of({ name })}
          >
            {m.staff_history()}
          </TextLink>
        </p>
      </div>
      <Select
        aria-label={m.staff_role_of({ name })}
        className="staff-role"
        allowDeselect={false}
        value={member.role}
        disabled={isBusy}
        data={roles.map((role) => ({ value: role, label: roleName(role) }))}
        onChange={(role) => role && onRole(role)}
      />
      <Button
        variant="subtle"
        color="gray"
        className="staff-remove"
        disabled={isBusy}
        aria-label={m.staff_remove_of({ name })}
        onClick={() => onRole(null)}
      >
        {m.staff_remove()}
      </Button>
    </li>
  )
}
