import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api } from './client.ts'

/** Entries of all apps by a few letters. */
export function useQuickOpen(types: string[], text: string) {
  return useQuery({
    queryKey: ['quick-open', types, text],
    queryFn: async ({ signal }) => (await answer(api.GET('/references', { params: { query: { types, q: text, limit: 8 } }, signal }))).choices,
    enabled: text.length > 0 && types.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
}
