import './nothing.css'
/** A place where nothing is yet, and what will be. */
export function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <div className="nothing">
      <p className="nothing-title">{title}</p>
      <p>{text}</p>
    </div>
  )
}
