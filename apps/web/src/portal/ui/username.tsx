/** Tells password managers whose password is asked for. Nobody sees it, and no key comes to it. */
export const Username = ({ email }: { email: string }) => (
  <input name="username" autoComplete="username" value={email} readOnly hidden />
)
