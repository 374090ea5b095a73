import { useEffect, useState } from 'react'
import { keptRules, type PasswordOwner, type PasswordRule, passwordRules } from '../../lib/password-advice.ts'
import { m } from '../../messages/messages.js'
import { TickIcon } from './icons.tsx'

const words: Record<PasswordRule, () => string> = {
  length: m.rule_length,
  letter: m.rule_letter,
  digit: m.rule_digit,
  special: m.rule_special,
  unlike: m.rule_unlike,
}

/** The rules of a good password, those ticked that it keeps already. */
export function PasswordAdvice({ password, owner }: { password: string; owner?: PasswordOwner | undefined }) {
  const kept = keptRules(password, owner ?? {})
  const rules = passwordRules.filter((rule) => owner || rule !== 'unlike')
  return (
    <>
      <ul className="advice" aria-label={m.rules_label()}>
        {rules.map((rule) => (
          <li key={rule} data-kept={kept.has(rule)}>
            <TickIcon size={16} />
            {words[rule]()}
            {kept.has(rule) ? <span className="visually-hidden">{m.rule_kept()}</span> : null}
          </li>
        ))}
      </ul>
      <Progress text={password === '' ? '' : progress(rules.filter((rule) => !kept.has(rule)))} />
    </>
  )
}

const progress = (open: PasswordRule[]) =>
  open.length === 0
    ? m.rules_all_kept()
    : m.rules_open({ rules: open.map((rule) => words[rule]()).join(', ') })

/** Said once the typing rests, so that a screen reader is not talked over at each key. */
function Progress({ text }: { text: string }) {
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => say(text), 800)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  )
}
