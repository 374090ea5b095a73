/** Where the pages of the portal are found: what the server answers with the portal, and what the portal knows a page for. */
export const portalAddresses = {
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
} as const
