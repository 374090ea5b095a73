import { Component, type ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import { ProblemPage } from './problem-page.tsx'

/** A page that could not be shown says so. Trying again loads it anew: there may be a newer one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return <ProblemPage title={m.broken_title()} text={m.broken_text()} onRetry={() => location.reload()} />
  }
}
