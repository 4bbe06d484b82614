import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listAssets, type AssetPage, type AssetQuery, type AssetRow } from '../api/assets.ts'

const PAGE = 60
/** As far as the server goes; behind it one narrows the search. */
const FARTHEST = 100_000

export interface AssetPages {
  total: number
  reachable: number
  facets: AssetPage['facets'] | undefined
  row: (index: number) => AssetRow | undefined
  /** Says which are on the screen, so that they are fetched. */
  show: (first: number, last: number) => void
  error: unknown
  isPending: boolean
  isStale: boolean
  refetch: () => void
}

/** Assets by their place in a list, fetched in pages as they come into view; asked again while files are being read. */
export function useAssets(query: AssetQuery, enabled = true): AssetPages {
  const [range, setRange] = useState<[number, number]>([0, 0])
  const key = ['assets', query] as const
  const page = (at: number) => ({
    queryKey: [...key, at],
    queryFn: ({ signal }: { signal: AbortSignal }) => listAssets({ ...query, offset: at * PAGE, limit: PAGE }, signal),
    staleTime: 5_000,
    enabled,
    refetchInterval: (known: { state: { data?: AssetPage } }) => (known.state.data?.results.some((row) => row.extraction === 'pending' || row.scan === 'pending') ? 3_000 : false) as number | false,
  })
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const wanted = useMemo(() => {
    const pages: number[] = []
    for (let at = Math.max(1, range[0]); at <= range[1]; at += 1) pages.push(at)
    return pages
  }, [range])
  const others = useQueries({ queries: wanted.map(page) })
  const byPage = new Map<number, AssetPage>()
  if (first.data) byPage.set(0, first.data)
  others.forEach((one, at) => { if (one.data) byPage.set(wanted[at] ?? 0, one.data) })
  const total = first.data?.total ?? 0
  return {
    total,
    reachable: Math.min(total, FARTHEST),
    facets: first.data?.facets,
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
