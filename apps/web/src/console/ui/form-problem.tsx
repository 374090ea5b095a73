import { Alert } from './text.tsx'

/** Why a form was refused as a whole, said where it was sent from; nothing when there is nothing to say. */
export function FormProblem({ children }: { children: string | undefined }) {
  return <div role="alert">{children && <Alert color="var(--oil)" title={children} />}</div>
}
