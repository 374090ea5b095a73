import { useState } from 'react'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { toast } from '../../ui/toast.tsx'
import { exportData } from './security.api.ts'

/** Everything the store keeps about the person, as a file for them to keep. */
export function OwnData() {
  const [isBusy, setBusy] = useState(false)
  async function download() {
    setBusy(true)
    await sayRefusal(async () => {
      saveFile(await exportData())
      toast(m.security_data_saved())
    })
    setBusy(false)
  }
  return (
    <>
      <p>{m.security_data_text()}</p>
      <div>
        <Button isBusy={isBusy} onClick={download}>
          {m.security_data_download()}
        </Button>
      </div>
    </>
  )
}

function saveFile(data: unknown): void {
  const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${m.security_data_file()}-${new Date().toISOString().slice(0, 10)}.json`
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
