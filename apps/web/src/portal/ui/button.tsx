import type { ButtonHTMLAttributes } from 'react'
import { Link } from '../app/router.tsx'

type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look
  /** While it works it can't be pressed again, and says so to who can't see it. */
  isBusy?: boolean
}

export function Button({
  look = 'primary',
  isBusy = false,
  type = 'button',
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look}`}
      aria-disabled={disabled || isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={disabled || isBusy ? (event) => event.preventDefault() : rest.onClick}
    >
      {children}
    </button>
  )
}

export const ButtonLink = ({
  look = 'primary',
  to,
  children,
}: {
  look?: Look
  to: string
  children: string
}) => (
  <Link to={to} className={`button button-${look}`}>
    {children}
  </Link>
)
