import type { ReactNode } from 'react'

/** A handful of icons drawn here: a whole set would weigh more than the pages. All are decoration beside words. */
export const icon = (paths: ReactNode) =>
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
