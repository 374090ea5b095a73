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
