import { useEffect, useState } from 'react'
import { keptRules, type PasswordOwner, type PasswordRule, passwordRules } from '../../lib/password-advice.ts'
import { m } from '../../messages/messages.js'
import { TickIcon } from './icons.tsx'
import { PasswordField } from './password-field.tsx'

const words: Record<PasswordRule, () => string> = {
  length: m.rule_length,
  letter: m.rule_letter,
  digit: m.rule_digit,
  special: m.rule_special,
  unlike: m.rule_unlike,
}

type NewPasswordFieldProps = {
  name: string
  label: string
  errors?: readonly string[] | undefined
  /** Whose it is, where that is known: a password should not be like a name. */
  owner?: PasswordOwner
}

/** A new password, with the rules that it keeps ticked while it is typed. */
export function NewPasswordField({ name, label, errors, owner }: NewPasswordFieldProps) {
  const [password, setPassword] = useState('')
  const kept = keptRules(password, owner ?? {})
  const rules = passwordRules.filter((rule) => owner || rule !== 'unlike')
  return (
    <div className="stack-close">
      <PasswordField
        name={name}
        label={label}
        errors={errors}
        autoComplete="new-password"
        required
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
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
    </div>
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
