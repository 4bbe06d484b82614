import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { listAssets } from './assets.ts'
import { answer, api } from './client.ts'

/** Files of the library, which knows them by their names and by what is said of them. */
export function useFilesByName(text: string) {
  return useQuery({
    queryKey: ['quick-open-files', text],
    queryFn: async ({ signal }) => (await listAssets({ q: text, offset: 0, limit: 5 }, signal)).results,
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
}

/** Entries of all apps by a few letters. */
export const quickOpenQuery = (types: string[], text: string) => queryOptions({
  queryKey: ['quick-open', types, text],
  queryFn: async ({ signal }) => (await answer(api.GET('/references', { params: { query: { types, q: text, limit: 8 } }, signal }))).choices,
  enabled: text.length > 0 && types.length > 0,
  staleTime: 5_000,
})

export const useQuickOpen = (types: string[], text: string) => useQuery({ ...quickOpenQuery(types, text), placeholderData: keepPreviousData })
