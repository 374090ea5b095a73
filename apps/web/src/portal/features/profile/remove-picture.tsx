import { Refusal } from '@crm/client'
import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { toast } from '../../ui/toast.tsx'
import { removePicture, savePicture } from './profile.api.ts'

/** Takes the picture away; what is kept in hand for a moment can be put back. */
export function RemovePicture({ picture, onRemoved }: { picture: string; onRemoved: () => void }) {
  const [isBusy, setBusy] = useState(false)
  async function remove() {
    setBusy(true)
    await sayRefusal(async () => {
      const before = await inHand(picture)
      await removePicture()
      const putBack = before && (() => void sayRefusal(() => restore(before)))
      onRemoved()
      toast(m.profile_picture_removed(), putBack)
    })
    setBusy(false)
  }
  return (
    <Button look="quiet" isBusy={isBusy} onClick={remove}>
      {m.profile_picture_remove()}
    </Button>
  )
}

async function restore(picture: Blob): Promise<void> {
  await savePicture(picture, () => undefined)
  toast(m.profile_picture_put_back())
}

/** Undefined where the file is gone already: then there is nothing to put back. */
async function inHand(picture: string): Promise<Blob | undefined> {
  const answer = await fetch(picture.replace('-256.', '-512.')).catch((cause: unknown) => {
    throw new Refusal({ status: 0, code: 'offline', cause })
  })
  return answer.ok ? answer.blob() : undefined
}
