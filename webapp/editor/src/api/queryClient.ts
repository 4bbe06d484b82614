import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './problem.ts'

/** What has been read from the server, for the whole page. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => error instanceof ApiError && error.isPassing && count < 4,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
