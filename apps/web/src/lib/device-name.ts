/** What a browser or app said of itself, in the words people use: "Chrome on Android". Empty when it said nothing known. */
export function deviceName(device: string): string {
  const program = nameIn(programs, device)
  const system = nameIn(systems, device)
  if (program && system) return `${program} · ${system}`
  return program ?? system ?? device.slice(0, 60)
}

/** In this order: many name others to be taken for them. */
const programs: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

const nameIn = (names: [RegExp, string][], device: string) =>
  names.find(([pattern]) => pattern.test(device))?.[1]
