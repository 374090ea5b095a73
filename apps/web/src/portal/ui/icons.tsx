import type { ReactNode } from 'react'

/** A handful of icons drawn here: a whole set would weigh more than the pages. All are decoration beside words. */
const icon = (paths: ReactNode) =>
  function Icon({ size = 22 }: { size?: number }) {
    return (
      <svg
        aria-hidden="true"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {paths}
      </svg>
    )
  }

export const HomeIcon = icon(<path d="M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6h-6v6H5a1 1 0 0 1-1-1z" />)
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 20c1.5-4 4.5-6 8-6s6.5 2 8 6" />
  </>,
)
export const LeafIcon = icon(<path d="M5 19C5 9 10 5 20 4c0 10-4 15-12 15m-3 1c2-5 5-8 9-10" />)
export const LockIcon = icon(
  <>
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </>,
)
export const EyeIcon = icon(
  <>
    <path d="M2 12c3-5 6.3-7 10-7s7 2 10 7c-3 5-6.3 7-10 7s-7-2-10-7z" />
    <circle cx="12" cy="12" r="3" />
  </>,
)

export const TickIcon = icon(<path d="M5 12.5l4.5 4.5L19 7.5" />)

/** The store's mark: a calabash under a leaf. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="9" fill="var(--leaf)" />
      <path
        d="M16 27c-5.5 0-9-3.2-9-7.2 0-3.3 2.3-5 4.3-6.4 1.7-1.2 2.5-2 2.5-3.6V7h4.4v2.8c0 1.6.8 2.4 2.5 3.6 2 1.4 4.3 3.1 4.3 6.4 0 4-3.5 7.2-9 7.2z"
        fill="var(--plantain)"
      />
      <path d="M8 20.5h16M9 17.5l3 3 4-3 4 3 3-3" stroke="var(--leaf-deep)" strokeWidth="1.4" fill="none" />
    </svg>
  )
}
