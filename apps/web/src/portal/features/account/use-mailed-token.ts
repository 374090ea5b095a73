import { useLayoutEffect, useState } from 'react'

const inAddress = () => new URLSearchParams(location.search).get('token')
const remembered = () => (history.state as { token?: string } | null)?.token

/** The token that a mailed link brings; '' without one. It leaves the address bar at once, and stays for a reload. */
export function useMailedToken(): string {
  const [token] = useState(() => inAddress() ?? remembered() ?? '')
  useLayoutEffect(() => {
    if (inAddress()) history.replaceState({ token }, '', location.pathname)
  }, [token])
  return token
}
