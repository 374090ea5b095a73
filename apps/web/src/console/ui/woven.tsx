/** A strip of woven cloth: blocks of colour in the rhythm of a loom, as in the portal. */
export function Woven() {
  const block = (x: number, fill: string, y = 0, height = 14, width = 8) => (
    <rect key={`${x}.${y}`} x={x} y={y} width={width} height={height} fill={fill} />
  )
  return (
    <svg className="woven" aria-hidden="true" preserveAspectRatio="none">
      <defs>
        <pattern id="woven" width="96" height="14" patternUnits="userSpaceOnUse">
          {block(0, 'var(--leaf)', 0, 14, 96)}
          {block(8, 'var(--plantain)')}
          {block(24, 'var(--indigo)', 0, 7)}
          {block(32, 'var(--plantain)', 7, 7)}
          {block(40, 'var(--indigo)', 0, 7)}
          {block(56, 'var(--oil)')}
          {block(72, 'var(--plantain)', 0, 7)}
          {block(80, 'var(--oil)', 7, 7)}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#woven)" />
    </svg>
  )
}
