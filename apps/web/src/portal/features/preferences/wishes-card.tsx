import { useRef } from 'react'
import { m } from '../../../messages/messages.js'
import { Chips } from '../../ui/chips.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { type Known, readWishes, writeWishes } from './wish-list.ts'

type WishesCardProps = {
  /** By which an address can name it. */
  id: string
  title: string
  legend: string
  remarkLabel: string
  text: string
  known: Known
  onWrite: (text: string) => void
}

/** Words to press and a remark in one's own words; both are one text. */
export function WishesCard({ id, title, legend, remarkLabel, text, known, onWrite }: WishesCardProps) {
  const { chosen, remark } = readWishes(text, known)
  const typed = useRef<HTMLTextAreaElement>(null)
  const typedRemark = () => typed.current?.value ?? remark
  return (
    <section id={id} className="card">
      <h2>{title}</h2>
      <Chips
        legend={legend}
        labels={known.map(([label = '']) => label)}
        chosen={chosen}
        onChoose={(next) => onWrite(writeWishes({ chosen: next, remark: typedRemark() }, known))}
      />
      <Textarea
        key={remark}
        ref={typed}
        label={remarkLabel}
        hint={m.preferences_remark_hint()}
        defaultValue={remark}
        maxLength={1_500}
        onBlur={() => {
          if (typedRemark().trim() !== remark) onWrite(writeWishes({ chosen, remark: typedRemark() }, known))
        }}
      />
    </section>
  )
}
