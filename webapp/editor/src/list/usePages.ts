import { keepPreviousData, useQueries, useQuery, useQueryClient, type Query, type QueryKey } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useFailure } from '../api/failing.ts'
import { untilItPasses } from '../api/queryClient.ts'

const SIZE = 60
/** As far the server reads at once; from there on it goes step by step, which takes long in a very long list. */
const AT_ONCE = 10_000
const VERY_LONG = 200_000
/** Who stays so long looks at the list. */
const SETTLED_MILLIS = 1_000
/** What queries brought, the same list as long as nothing new came. */
export const dataOf = <P>(answers: { data: P | undefined }[]) => answers.map((one) => one.data)

interface Page {
  total: number
  results: unknown[]
}

/** Where the pages of a list come from. */
export interface Source<P extends Page> {
  key: QueryKey
  read: (place: { offset: number; limit: number }, signal: AbortSignal) => Promise<P>
  /** As far as the server goes; behind it one narrows the search. */
  farthest: number
  /** In how many milliseconds a page is asked for again, while what it shows is not at its end. */
  again?: (page: P) => number | false
}

export interface Pages<P extends Page> {
  total: number
  /** How many can be scrolled to. */
  reachable: number
  first: P | undefined
  /** Those that have come. */
  loaded: P[]
  row: (index: number) => P['results'][number] | undefined
  /** Says which rows are on the screen, so that they are fetched. */
  show: (first: number, last: number) => void
  error: unknown
  isPending: boolean
  isStale: boolean
  refetch: () => void
}

/** What a list has by its place in it, fetched in pages as they come into view. */
export function usePages<P extends Page>({ key, read, farthest, again }: Source<P>): Pages<P> {
  const [range, setRange] = useState<[number, number]>([0, 0])
  const page = (at: number) => ({
    queryKey: [...key, at],
    queryFn: ({ signal }: { signal: AbortSignal }) => read({ offset: at * SIZE, limit: SIZE }, signal),
    staleTime: 5_000,
    refetchInterval: (query: Query<P>) => untilItPasses(query) || (again && query.state.data ? again(query.state.data) : false),
  })
  const first = useQuery<P>({ ...page(0), placeholderData: keepPreviousData })
  const failure = useFailure(first)
  const wanted = useMemo(() => {
    const pages: number[] = []
    for (let at = Math.max(1, range[0]); at <= range[1]; at += 1) pages.push(at)
    return pages
  }, [range])
  const others = useQueries({ queries: wanted.map(page), combine: dataOf<P> })
  const client = useQueryClient()
  const isShown = others.every(Boolean) && !first.isPlaceholderData
  const total = first.data?.total ?? 0
  const fetchAhead = useEffectEvent((at: number) => void client.prefetchQuery(page(at)))
  // Who scrolls on or back does not wait: the pages beside those on the screen are fetched when these are there.
  useEffect(() => {
    if (!isShown) return
    const last = Math.floor((Math.min(total, farthest) - 1) / SIZE)
    const beside = range[1] === 0 ? [1] : [range[1] + 1, range[1] + 2, range[0] - 1]
    beside.filter((at) => at > 0 && at <= last).forEach((at) => fetchAhead(at))
    if (range[1] > 0 || last * SIZE <= AT_ONCE || total > VERY_LONG) return
    // The server finds its way to far places once, and remembers it: who jumps there later does not wait.
    const timer = setTimeout(() => fetchAhead(last), SETTLED_MILLIS)
    return () => clearTimeout(timer)
  }, [isShown, total, farthest, range])
  const byPage = useMemo(() => {
    const pages = new Map<number, P>()
    if (first.data) pages.set(0, first.data)
    others.forEach((data, at) => { if (data) pages.set(wanted[at] ?? 0, data) })
    return pages
  }, [first.data, others, wanted])
  const loaded = useMemo(() => [...byPage.values()], [byPage])
  return {
    total,
    reachable: Math.min(total, farthest),
    first: first.data,
    loaded,
    row: (index) => byPage.get(Math.floor(index / SIZE))?.results[index % SIZE],
    show: (from, to) => {
      const next: [number, number] = [Math.floor(from / SIZE), Math.floor(Math.min(to, farthest - 1) / SIZE)]
      if (next[0] !== range[0] || next[1] !== range[1]) setRange(next)
    },
    // What is on the screen stays there while it is tried again for the first times.
    error: first.error ?? (first.data ? null : failure),
    isPending: first.isPending,
    isStale: first.isPlaceholderData,
    refetch: () => void first.refetch(),
  }
}
