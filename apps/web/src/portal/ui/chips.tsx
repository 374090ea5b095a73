import './controls.css'

type ChipsProps = {
  legend: string
  labels: readonly string[]
  /** The places in `labels` that are chosen. */
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
}

/** Any number of several, each a word to press. */
export function Chips({ legend, labels, chosen, onChoose }: ChipsProps) {
  const toggle = (place: number) => {
    const next = new Set(chosen)
    if (!next.delete(place)) next.add(place)
    onChoose(next)
  }
  return (
    <fieldset className="chips choices">
      <legend>{legend}</legend>
      {labels.map((label, place) => (
        <label key={label} className="chip">
          <input type="checkbox" checked={chosen.has(place)} onChange={() => toggle(place)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
