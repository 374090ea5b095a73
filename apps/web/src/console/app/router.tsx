import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readListSearch } from '../features/customers/list-search.ts'
import { customerSearch } from '../pages/customer-search.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { ErrorPage } from './error-page.tsx'
import { parseSearch, stringifySearch } from './flat-search.ts'
import { nextOf, onlyPeople, onlyVisitors } from './gate.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { OfflineBanner } from './offline-banner.tsx'

/** Every address of the console; each page is loaded when it is first opened. */

const root = createRootRoute({
  component: () => (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  ),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  validateSearch: (search: Record<string, unknown>) => nextOf(search.next),
  beforeLoad: onlyVisitors,
  component: lazyRouteComponent(() => import('../features/account/sign-in-page.tsx'), 'SignInPage'),
})

/** What only people who are signed in may open, in the frame of the console. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: onlyPeople,
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers', replace: true })
  },
})

const customers = createRoute({
  getParentRoute: () => inside,
  path: 'customers',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('../features/customers/customers-page.tsx'), 'CustomersPage'),
})

const customer = createRoute({
  getParentRoute: () => inside,
  path: 'customers/$id',
  validateSearch: customerSearch,
  component: lazyRouteComponent(() => import('../pages/customer-page.tsx'), 'CustomerPage'),
})

const staff = createRoute({
  getParentRoute: () => inside,
  path: 'staff',
  component: lazyRouteComponent(() => import('../features/staff/staff-page.tsx'), 'StaffPage'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: 'settings',
  component: lazyRouteComponent(() => import('../pages/settings-page.tsx'), 'SettingsPage'),
})

const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: 'customers/new',
  component: lazyRouteComponent(
    () => import('../features/customers/new-customer-page.tsx'),
    'NewCustomerPage',
  ),
})

/** An address that is none keeps the frame, with the ways to what there is. */
const nothing = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage })

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    inside.addChildren([home, customers, newCustomer, customer, staff, settings, nothing]),
  ]),
  basepath: '/admin',
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
