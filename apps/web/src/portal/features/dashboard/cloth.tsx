/** Four rows of strip-woven cloth, their blocks set against each other as a weaver sets them. */
export function Cloth() {
  return (
    <svg className="cloth" aria-hidden="true" preserveAspectRatio="none">
      <defs>
        <pattern id="cloth" width="96" height="48" patternUnits="userSpaceOnUse">
          <rect width="96" height="48" fill="var(--leaf)" />
          <path
            d="M0 0h24v6H0zM0 12h24v6H0zM48 24h24v6H48zM48 36h24v6H48zM24 24h6v24h-6zM36 24h6v24h-6zM72 0h6v24h-6zM84 0h6v24h-6z"
            fill="var(--plantain)"
          />
          <path d="M24 0h24v24H24zM72 24h24v24H72z" fill="var(--indigo)" />
          <path
            d="M30 6h12v12H30zM78 30h12v12H78zM0 6h24v6H0zM48 30h24v6H48zM30 24h6v24h-6zM78 0h6v24h-6z"
            fill="var(--oil)"
          />
          <path
            d="M34 10h4v4h-4zM82 34h4v4h-4zM0 24h24v3H0zM0 45h24v3H0zM48 0h24v3H48zM48 21h24v3H48z"
            fill="var(--plantain)"
          />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#cloth)" />
    </svg>
  )
}
