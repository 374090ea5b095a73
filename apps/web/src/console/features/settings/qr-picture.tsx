import { encode } from 'uqr'
import { m } from '../../../messages/messages.js'
import { qrPath } from './qr-path.ts'

/** A text as a QR code: dark on white also in the dark, which is what cameras read. */
export function QrPicture({ text }: { text: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  return (
    <svg
      role="img"
      aria-label={m.settings_second_factor_scan_alt()}
      viewBox={`0 0 ${size} ${size}`}
      width={220}
      height={220}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(data)} fill="#000" />
    </svg>
  )
}
