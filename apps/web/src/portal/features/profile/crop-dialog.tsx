import { Refusal } from '@crm/client'
import { useEffect, useState } from 'react'
import Cropper, { type Area } from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import { m } from '../../../messages/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { wholeText } from '../../ui/say-refusal.ts'
import { toast } from '../../ui/toast.tsx'
import { cutSquare } from './cut-square.ts'
import { savePicture } from './profile.api.ts'

type Step =
  | { kind: 'choosing' }
  | { kind: 'unreadable' }
  | { kind: 'sending'; part: number }
  | { kind: 'refused'; text: string }

/** Cuts the square that shows, and sends it. Works by finger, by mouse and by keys. */
export function CropDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const address = useObjectUrl(file)
  const [crop, setCrop] = useState({ x: 0, y: 0 })
  const [zoom, setZoom] = useState(1)
  const [area, setArea] = useState<Area>()
  const [step, setStep] = useState<Step>({ kind: 'choosing' })

  async function send() {
    if (!area || !address) return
    setStep({ kind: 'sending', part: 0 })
    try {
      await savePicture(await cutSquare(address, area), (part) => setStep({ kind: 'sending', part }))
      toast(m.profile_picture_saved())
      onClose()
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      setStep({ kind: 'refused', text: await wholeText(refusal) })
    }
  }

  if (step.kind === 'unreadable')
    return (
      <Dialog title={m.profile_picture()} onClose={onClose}>
        <p className="notice notice-bad" role="alert">
          {m.fault_picture_unreadable()}
        </p>
      </Dialog>
    )
  return (
    <Dialog title={m.profile_picture_cut()} onClose={onClose}>
      <div className="cropper">
        {address ? (
          <Cropper
            image={address}
            crop={crop}
            zoom={zoom}
            aspect={1}
            cropShape="round"
            showGrid={false}
            keyboardStep={8}
            disableAutomaticStylesInjection
            objectFit="cover"
            // Its arrow keys are its own, also where a screen reader has others in mind.
            cropperProps={{
              role: 'application',
              'aria-label': m.profile_picture(),
              'aria-describedby': 'move-by-keys',
            }}
            mediaProps={{
              onError: () => setStep({ kind: 'unreadable' }),
            }}
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onCropComplete={(_, pixels) => setArea(pixels)}
          />
        ) : null}
      </div>
      <label className="zoom">
        {m.profile_picture_zoom()}
        <input
          type="range"
          min={1}
          max={3}
          step={0.05}
          value={zoom}
          onChange={({ target }) => setZoom(target.valueAsNumber)}
        />
      </label>
      <p className="field-hint move-by-touch">{m.profile_picture_move_touch()}</p>
      <p id="move-by-keys" className="field-hint move-by-keys">
        {m.profile_picture_move()}
      </p>
      <p className="notice notice-bad" role="alert">
        {step.kind === 'refused' ? step.text : ''}
      </p>
      {step.kind === 'sending' ? (
        <progress value={step.part} aria-label={m.profile_picture_sending()} />
      ) : null}
      <Button onClick={send} isBusy={step.kind === 'sending'} disabled={!area}>
        {m.profile_picture_use()}
      </Button>
    </Dialog>
  )
}

function useObjectUrl(file: File): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
