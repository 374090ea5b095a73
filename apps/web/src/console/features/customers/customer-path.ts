/** The page of a customer; one in the trash is found only there. */
export const customerPath = (id: string, trashed?: 'true'): string =>
  `/customers/${id}${trashed ? '?trashed=true' : ''}`
