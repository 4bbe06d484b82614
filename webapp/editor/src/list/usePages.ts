import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listEntries, type ListQuery } from '../api/entries.ts'
import type { Entry, EntryPage } from '../api/model.ts'

const PAGE = 60
/** As far as the server goes; behind it one narrows the search. */
const FARTHEST = 1_000_000

export interface Pages {
  total: number
  /** How many can be scrolled to. */
  reachable: number
  facets: EntryPage['facets'] | undefined
  titles: Record<string, string>
  row: (index: number) => Entry | undefined
  /** Says which rows are on the screen, so that they are fetched. */
  show: (first: number, last: number) => void
  error: unknown
  isPending: boolean
  isStale: boolean
  refetch: () => void
}

/** The entries of a list by their place in it, fetched in pages as they come into view. */
export function usePages(type: string, query: Omit<ListQuery, 'offset' | 'limit'>): Pages {
  const [range, setRange] = useState<[number, number]>([0, 0])
  const key = ['entries', type, query] as const
  const first = useQuery({
    queryKey: [...key, 0],
    queryFn: ({ signal }) => listEntries(type, { ...query, offset: 0, limit: PAGE }, signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
  const wanted = useMemo(() => {
    const pages: number[] = []
    for (let page = Math.max(1, range[0]); page <= range[1]; page += 1) pages.push(page)
    return pages
  }, [range])
  const others = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...key, page],
      queryFn: ({ signal }: { signal: AbortSignal }) => listEntries(type, { ...query, facets: undefined, offset: page * PAGE, limit: PAGE }, signal),
      staleTime: 5_000,
    })),
  })
  const byPage = new Map<number, EntryPage>()
  if (first.data) byPage.set(0, first.data)
  others.forEach((page, at) => { if (page.data) byPage.set(wanted[at] ?? 0, page.data) })
  const total = first.data?.total ?? 0
  const titles = Object.assign({}, ...[...byPage.values()].map((page) => page.titles)) as Record<string, string>
  return {
    total,
    reachable: Math.min(total, FARTHEST),
    facets: first.data?.facets,
    titles,
    row: (index) => byPage.get(Math.floor(index / PAGE))?.results[index % PAGE],
    show: (from, to) => {
      const next: [number, number] = [Math.floor(from / PAGE), Math.floor(Math.min(to, FARTHEST - 1) / PAGE)]
      if (next[0] !== range[0] || next[1] !== range[1]) setRange(next)
    },
    error: first.error,
    isPending: first.isPending,
    isStale: first.isPlaceholderData,
    refetch: () => void first.refetch(),
  }
}
