import { FACETS, type AssetQuery, type Facet } from '../api/assets.ts'

/** What the library shows, as it stands in its address: whoever opens the address sees the same. */
export interface MediaSearch {
  q?: string
  folder?: string
  trash?: true
  sort?: string
  view?: 'list'
  filter?: Partial<Record<Facet, string[]>>
}

export const SORTS = ['-modified', 'title', '-title', '-size', 'size', 'format'] as const

export function readMediaSearch(raw: Record<string, unknown>): MediaSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const given = (typeof raw.filter === 'object' && raw.filter !== null ? raw.filter : {}) as Record<string, unknown>
  const filter: Partial<Record<Facet, string[]>> = {}
  for (const facet of FACETS) {
    const values = given[facet]
    if (Array.isArray(values) && values.length > 0) filter[facet] = values.map(String)
  }
  return {
    q: text(raw.q),
    folder: text(raw.folder)?.startsWith('/') ? text(raw.folder) : undefined,
    trash: raw.trash === true ? true : undefined,
    sort: SORTS.find((sort) => sort === raw.sort && sort !== SORTS[0]),
    view: raw.view === 'list' ? 'list' : undefined,
    filter: Object.keys(filter).length > 0 ? filter : undefined,
  }
}

export function withFacet(search: MediaSearch, facet: Facet, values: string[]): MediaSearch {
  const filter = { ...search.filter, [facet]: values }
  if (values.length === 0) delete filter[facet]
  return { ...search, filter: Object.keys(filter).length > 0 ? filter : undefined }
}

/** Words and filters look below a folder too; without them it shows what lies in it. */
export function mediaQuery(search: MediaSearch): AssetQuery {
  const narrowed = search.q !== undefined || search.filter !== undefined
  return { q: search.q, folder: search.folder, below: search.folder !== undefined && narrowed ? true : undefined, trash: search.trash, sort: search.sort ?? SORTS[0], ...search.filter }
}

export const folderName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
export const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/')) || '/'
export const childOf = (parent: string, name: string) => (parent === '/' ? `/${name}` : `${parent}/${name}`)
