import { Refusal } from '@crm/client'
import { QueryClient } from '@tanstack/react-query'

/** Asked again only where waiting may help: no answer, or a server that is busy. */
const mayHelp = (refusal: unknown) =>
  refusal instanceof Refusal && (refusal.status === 0 || refusal.status === 503)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, refusal) => failures < 2 && mayHelp(refusal),
      // Without a network the question fails at once and is told, instead of waiting unseen.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
