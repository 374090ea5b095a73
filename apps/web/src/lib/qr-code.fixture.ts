/** The dark modules that a drawing of a QR code fills, each as "x y". */
export function darkModules(path: string): string[] {
  const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)]
  if (bars.map(([bar]) => bar).join('') !== path) throw new Error(`This draws more than bars: ${path}`)
  return bars.flatMap(([, x, y, width]) =>
    Array.from({ length: Number(width) }, (_, step) => `${Number(x) + step} ${y}`),
  )
}
