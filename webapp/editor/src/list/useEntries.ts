import { listEntries, type ListQuery } from '../api/entries.ts'
import type { EntryPage } from '../api/model.ts'
import { usePages, type Pages } from './usePages.ts'

export type EntryPages = Pages<EntryPage>

/** The entries of a type by their place in a list. Only the first page is counted for the filters. */
export function useEntries(type: string, query: Omit<ListQuery, 'offset' | 'limit'>): EntryPages {
  return usePages<EntryPage>({
    key: ['entries', type, query],
    read: (place, signal) => listEntries(type, { ...query, ...place, facets: place.offset === 0 ? query.facets : undefined }, signal),
    farthest: 1_000_000,
  })
}

/** What entries on the loaded pages refer to, by its id. */
export const titlesIn = (loaded: EntryPage[]): Record<string, string> => Object.assign({}, ...loaded.map((page) => page.titles))
