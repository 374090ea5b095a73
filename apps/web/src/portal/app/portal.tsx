import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { paths, safeNext } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { LoadingPage } from '../ui/loading-page.tsx'
import { navigate, useLocation } from './router.tsx'
import { Shell } from './shell.tsx'
import { storeName } from './store.ts'
import { useSession } from './use-session.ts'

type Page = { title: () => string; view: ComponentType; for: 'anybody' | 'visitors' | 'customers' }

const page = (load: () => Promise<Record<string, ComponentType>>, name: string): ComponentType =>
  lazy(async () => {
    const view = (await load())[name]
    if (!view) throw new Error(`There is no page ${name}.`)
    return { default: view }
  })

const dashboard = () => import('../features/dashboard/dashboard-page.tsx')
const profile = () => import('../features/profile/profile-page.tsx')
const preferences = () => import('../features/preferences/preferences-page.tsx')
const security = () => import('../features/security/security-page.tsx')
const signIn = () => import('../features/account/sign-in-page.tsx')

/** Every page of the portal, each loaded when it is first opened. */
const pages: Record<string, Page> = {
  [paths.signIn]: { title: m.sign_in, view: page(signIn, 'SignInPage'), for: 'visitors' },
  [paths.home]: { title: m.nav_home, view: page(dashboard, 'DashboardPage'), for: 'customers' },
  [paths.profile]: { title: m.nav_profile, view: page(profile, 'ProfilePage'), for: 'customers' },
  [paths.preferences]: {
    title: m.nav_preferences,
    view: page(preferences, 'PreferencesPage'),
    for: 'customers',
  },
  [paths.security]: { title: m.nav_security, view: page(security, 'SecurityPage'), for: 'customers' },
}

export function Portal() {
  const session = useSession()
  const { path, search } = useLocation()
  const isSignedIn = session.kind === 'somebody'
  const wanted = pages[path]
  const redirect = whereElse(wanted?.for, session.kind, path, search)
  useEffect(() => {
    if (redirect) navigate(redirect, { replace: true })
  }, [redirect])
  useEffect(() => {
    document.title = wanted ? `${wanted.title()} · ${storeName()}` : storeName()
  }, [wanted])

  const View = wanted?.view
  return (
    <Shell isSignedIn={isSignedIn}>
      {session.kind === 'unknown' || redirect || !View ? (
        <LoadingPage />
      ) : (
        <Suspense fallback={<LoadingPage />}>
          <View key={path} />
        </Suspense>
      )}
    </Shell>
  )
}

/** Where somebody is taken who may not see this page now. */
function whereElse(
  whom: Page['for'] | undefined,
  kind: string,
  path: string,
  search: string,
): string | undefined {
  if (kind === 'nobody' && whom === 'customers')
    return path === paths.home ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(path)}`
  if (kind === 'somebody' && whom === 'visitors') return safeNext(search)
  return undefined
}
