import { Component, type ReactNode, useEffect, useState } from 'react'
import { connection } from '../../lib/connection.ts'
import { m } from '../../messages/messages.js'
import { ProblemPage } from './problem-page.tsx'
import { useStateOf } from './use-state-of.ts'

/** A page that could not be shown says so. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <BrokenPage /> : this.props.children
  }
}

const loadAnew = () => location.reload()

/** Trying again loads it anew: there may be a newer one. Where only the connection was missing, that is done for them. */
function BrokenPage() {
  const isThere = useStateOf(connection)
  const [wasThere] = useState(isThere)
  useEffect(() => {
    if (isThere && !wasThere) loadAnew()
  }, [isThere, wasThere])
  return (
    <ProblemPage
      title={m.broken_title()}
      text={wasThere ? m.broken_text() : m.problem_offline()}
      onRetry={loadAnew}
    />
  )
}
