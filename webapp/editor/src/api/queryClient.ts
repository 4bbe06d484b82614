import { QueryClient, type Query } from '@tanstack/react-query'
import { ApiError } from './problem.ts'

const AGAIN_MILLIS = 5_000

/** What failed of something that passes is asked for again by itself, however long that takes. */
export const untilItPasses = ({ state: { status, error } }: { state: Pick<Query['state'], 'status' | 'error'> }) => (status === 'error' && error instanceof ApiError && error.isPassing ? AGAIN_MILLIS : false)

/** What has been read from the server, for the whole page. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => error instanceof ApiError && error.isPassing && count < 4,
      refetchInterval: untilItPasses,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
