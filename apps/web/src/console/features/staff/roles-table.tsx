import '../../ui/table-scroll.css'
import './roles-table.css'
import { mayDo, roles, staffPermissions } from '@crm/contract'
import { IconCheck } from '@tabler/icons-react'
import { m } from '../../../messages/messages.js'
import { Stack } from '../../ui/layout.tsx'
import { roleName } from '../../ui/role-name.ts'
import { VisuallyHidden } from '../../ui/text.tsx'
import { permissionNames, rolePurposes } from './permission-name.ts'

/** What each role may do, from the same list that the server goes by. */
export function RolesTable() {
  return (
    <Stack>
      <h2 id="roles-title">{m.staff_permissions()}</h2>
      <dl className="purposes">
        {roles.map((role) => (
          <div key={role}>
            <dt>{roleName(role)}</dt>
            <dd className="quiet">{rolePurposes[role]()}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-labelledby="roles-title">
        <table className="roles">
          <thead>
            <tr>
              <th scope="col">{m.staff_permission()}</th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  {roleName(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staffPermissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{permissionNames[permission]()}</th>
                {roles.map((role) => (
                  <td key={role}>{mayDo(role, permission) ? <Yes /> : <No />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Stack>
  )
}

const Yes = () => (
  <>
    <IconCheck className="may" size={20} stroke={2.4} aria-hidden />
    <VisuallyHidden>{m.staff_may()}</VisuallyHidden>
  </>
)
const No = () => (
  <>
    <span className="quiet" aria-hidden="true">
      –
    </span>
    <VisuallyHidden>{m.staff_may_not()}</VisuallyHidden>
  </>
)
