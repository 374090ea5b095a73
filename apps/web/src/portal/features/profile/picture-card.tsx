import type { Profile } from '@crm/contract'
import { type ChangeEvent, useRef, useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { RemovePicture } from './remove-picture.tsx'

const CropDialog = later(async () => (await import('./crop-dialog.tsx')).CropDialog, null)

const kinds = 'image/jpeg,image/png,image/webp,image/avif'

/** The picture as it is now, and the ways to another one. */
export function PictureCard({ profile }: { profile: Profile }) {
  const [file, setFile] = useState<File>()
  const card = useRef<HTMLElement>(null)
  const chosen = useRef<HTMLInputElement>(null)
  const taken = useRef<HTMLInputElement>(null)
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setFile(target.files?.[0])
    // The same file can be chosen again.
    target.value = ''
  }
  return (
    <section ref={card} id="picture" className="card picture-card">
      <Avatar name={profile.full_name} picture={profile.profile_picture} size={96} />
      <div className="stack">
        <div>
          <h2>{m.profile_picture()}</h2>
          <p className="field-hint">{m.profile_picture_limits()}</p>
        </div>
        <div className="row">
          <Button look="secondary" onClick={() => chosen.current?.click()}>
            {m.profile_picture_choose()}
          </Button>
          <span className="only-touch">
            <Button look="secondary" onClick={() => taken.current?.click()}>
              {m.profile_picture_take()}
            </Button>
          </span>
          {profile.profile_picture ? (
            <RemovePicture
              picture={profile.profile_picture}
              onRemoved={() => card.current?.querySelector('button')?.focus()}
            />
          ) : null}
        </div>
      </div>
      <input
        ref={chosen}
        type="file"
        accept={kinds}
        hidden
        onChange={take}
        aria-label={m.profile_picture_choose()}
      />
      <input
        ref={taken}
        type="file"
        accept={kinds}
        capture="user"
        hidden
        onChange={take}
        aria-label={m.profile_picture_take()}
      />
      {file ? <CropDialog key={file.lastModified} file={file} onClose={() => setFile(undefined)} /> : null}
    </section>
  )
}
