/** Every address of the app, in one place. */
export const paths = {
  home: '/',
  register: '/register/',
  signIn: '/sign-in/',
  forgotPassword: '/forgot-password/',
  resetPassword: '/reset-password/',
  verifyEmail: '/verify-email/',
  resendVerification: '/verify-email/resend/',
  setup: '/setup/',
  profile: '/profile/',
  preferences: '/preferences/',
  security: '/security/',
  console: '/admin/',
} as const

/** Where to go after signing in: an address of ours, whatever the link said. */
export function safeNext(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? paths.home
  try {
    const url = new URL(next, location.origin)
    return url.origin === location.origin && url.protocol.startsWith('http') && next.startsWith('/')
      ? url.pathname + url.search
      : paths.home
  } catch {
    return paths.home
  }
}
