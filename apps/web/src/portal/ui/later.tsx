import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { m } from '../../messages/messages.js'
import { Button } from './button.tsx'

/** A part of a page that is fetched when it is first shown; `waiting` keeps its place, and it can be asked for again. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = <div className="skeleton" style={{ blockSize: '6rem' }} aria-busy="true" />,
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  return function Later(props: Props) {
    const [state, setState] = useState<'asked' | 'here' | 'missing'>(Part ? 'here' : 'asked')
    useEffect(() => {
      if (state !== 'asked') return
      load().then(
        (part) => {
          Part = part
          setState('here')
        },
        () => setState('missing'),
      )
    }, [state])
    if (Part && state === 'here') return <Part {...props} />
    if (state === 'asked') return waiting
    return (
      <div className="notice notice-bad" role="alert">
        <p>{m.ui_part_missing()}</p>
        <Button look="secondary" onClick={() => setState('asked')}>
          {m.try_again()}
        </Button>
      </div>
    )
  }
}
