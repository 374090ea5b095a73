import type { Profile } from '@crm/contract'
import { places } from '../../../lib/paths.ts'
import { m } from '../../../messages/messages.js'
import { Link } from '../../app/router.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { Save } from './saving.ts'

/** Which ways the store may write to somebody, and what comes that way. */
export function ChannelsCard({ profile, save }: { profile: Profile; save: Save }) {
  return (
    <section className="card">
      <div>
        <h2>{m.preferences_channels()}</h2>
        <p className="quiet">{m.preferences_channels_text()}</p>
      </div>
      <Switch
        label={m.preferences_email()}
        isOn={profile.email_notifications}
        onSwitch={(isOn) => save({ email_notifications: isOn })}
      >
        {m.preferences_email_text({ email: profile.email })}
      </Switch>
      <Switch
        label={m.preferences_sms()}
        isOn={profile.sms_notifications}
        onSwitch={(isOn) => save({ sms_notifications: isOn })}
      >
        {m.preferences_sms_text()}
      </Switch>
      {profile.sms_notifications && profile.phone_number === '' ? (
        <p className="notice">
          {m.preferences_sms_no_phone()} <Link to={places.phone}>{m.preferences_sms_add_phone()}</Link>
        </p>
      ) : null}
      <Switch
        label={m.preferences_push()}
        isOn={profile.push_notifications}
        onSwitch={(isOn) => save({ push_notifications: isOn })}
      >
        {m.preferences_push_text()}
      </Switch>
    </section>
  )
}
