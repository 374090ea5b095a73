import { icon } from './icon.tsx'

export const EyeIcon = icon(
  <>
    <path d="M2 12c3-5 6.3-7 10-7s7 2 10 7c-3 5-6.3 7-10 7s-7-2-10-7z" />
    <circle cx="12" cy="12" r="3" />
  </>,
)

export const TickIcon = icon(<path d="M5 12.5l4.5 4.5L19 7.5" />)
