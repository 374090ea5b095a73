import { qrCode } from '../../../lib/qr-code.ts'
import { m } from '../../../messages/messages.js'

/** A text as a QR code: dark on white also in the dark, which is what cameras read. */
export function QrPicture({ text }: { text: string }) {
  const { size, path } = qrCode(text)
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
      <path d={path} fill="#000" />
    </svg>
  )
}
