import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { paths, safeNext } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { LoadingPage } from '../ui/loading-page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { nameWindow } from './name-window.ts'
import { leaveNote, note } from './note.ts'
import { ProblemPage } from './problem-page.tsx'
import { isHere, navigate, useLocation } from './router.tsx'
import { Shell } from './shell.tsx'
import { start, startRefusal } from './start.ts'
import { useSession } from './use-session.ts'
import { useStateOf } from './use-state-of.ts'

/** Pages before the door say themselves what the window is called: their frame would carry the words everywhere. */
type Page = { title?: () => string; view: ComponentType; for: 'anybody' | 'visitors' | 'customers' }

const page = (load: () => Promise<Record<string, ComponentType>>, name: string): ComponentType =>
  lazy(async () => {
    const view = (await load())[name]
    if (!view) throw new Error(`There is no page ${name}.`)
    return { default: view }
  })

const home = () => import('../pages/home-page.tsx')
const profile = () => import('../features/profile/profile-page.tsx')
const preferences = () => import('../features/preferences/preferences-page.tsx')
const security = () => import('../pages/security-page.tsx')
const signIn = () => import('../features/account/sign-in-page.tsx')
const register = () => import('../features/account/register-page.tsx')
const verifyEmail = () => import('../features/account/verify-email-page.tsx')
const resendVerification = () => import('../features/account/resend-verification-page.tsx')
const forgotPassword = () => import('../features/account/forgot-password-page.tsx')
const resetPassword = () => import('../features/account/reset-password-page.tsx')
const setup = () => import('../features/setup/setup-page.tsx')

/** Every page of the portal, each loaded when it is first opened. */
const pages: Record<string, Page> = {
  [paths.signIn]: { view: page(signIn, 'SignInPage'), for: 'visitors' },
  [paths.home]: { title: m.nav_home, view: page(home, 'HomePage'), for: 'customers' },
  [paths.profile]: { title: m.nav_profile, view: page(profile, 'ProfilePage'), for: 'customers' },
  [paths.preferences]: {
    title: m.nav_preferences,
    view: page(preferences, 'PreferencesPage'),
    for: 'customers',
  },
  [paths.security]: { title: m.nav_security, view: page(security, 'SecurityPage'), for: 'customers' },
  [paths.register]: { view: page(register, 'RegisterPage'), for: 'visitors' },
  [paths.verifyEmail]: { view: page(verifyEmail, 'VerifyEmailPage'), for: 'anybody' },
  [paths.resendVerification]: {
    view: page(resendVerification, 'ResendVerificationPage'),
    for: 'anybody',
  },
  [paths.forgotPassword]: {
    view: page(forgotPassword, 'ForgotPasswordPage'),
    for: 'anybody',
  },
  [paths.resetPassword]: {
    view: page(resetPassword, 'ResetPasswordPage'),
    for: 'anybody',
  },
  [paths.setup]: { view: page(setup, 'SetupPage'), for: 'anybody' },
}

export function Portal() {
  const session = useSession()
  const { path, search } = useLocation()
  const wanted = pages[path]
  useSayingThatItIsOver(session.kind)
  const redirect = whereElse(wanted?.for, session.kind, path, search)
  useEffect(() => {
    // Who has gone elsewhere by themselves meanwhile stays there. Nothing can be saved any more: nothing is asked.
    if (redirect && isHere(path, search)) navigate(redirect, { replace: true, isAsked: true })
  }, [redirect, path, search])
  useEffect(() => {
    if (wanted?.title) nameWindow(wanted.title())
  }, [wanted])

  return (
    <Shell isSignedIn={session.kind !== 'nobody'}>
      <ErrorBoundary key={path}>
        {session.kind === 'unknown' || redirect ? <Unknown /> : <Shown view={wanted?.view} />}
      </ErrorBoundary>
    </Shell>
  )
}

/** Who is put before the door without having pressed anything hears why; who signed out here hears that instead. */
function useSayingThatItIsOver(kind: string): void {
  const wasIn = useRef(false)
  useEffect(() => {
    if (kind === 'nobody' && wasIn.current && !note.get()) leaveNote(paths.signIn, m.session_over())
    wasIn.current = kind === 'somebody'
  }, [kind])
}

function Shown({ view: View }: { view: ComponentType | undefined }) {
  if (!View) return <ProblemPage title={m.not_found_title()} text={m.not_found_text()} />
  return (
    <Suspense fallback={<LoadingPage />}>
      <View />
    </Suspense>
  )
}

/** Until it is known who is here; or why that can't be known. */
function Unknown() {
  const refusal = useStateOf(startRefusal)
  if (!refusal) return <LoadingPage />
  return (
    <ProblemPage
      title={m.unreachable_title()}
      text={refusal.status === 0 ? m.problem_offline() : m.problem_busy()}
      onRetry={start}
    />
  )
}

/** Where somebody is taken who may not see this page now. */
function whereElse(
  whom: Page['for'] | undefined,
  kind: string,
  path: string,
  search: string,
): string | undefined {
  if (kind === 'nobody' && path === paths.home) return paths.signIn
  if (kind === 'nobody' && whom === 'customers') {
    return `${paths.signIn}?next=${encodeURIComponent(path + location.hash)}`
  }
  if (kind === 'somebody' && whom === 'visitors') return safeNext(search)
  return undefined
}
