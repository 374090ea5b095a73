/** What somebody is called on the page: who gave no name goes by the address. */
export const shownName = ({ full_name, email }: { full_name: string; email: string }): string =>
  full_name || email
