import type { ListQuery } from '../api/entries.ts'
import type { AppModel, Column } from '../api/model.ts'
import { titleField } from '../entry/titles.ts'

/** What a list shows, as it stands in its address: whoever opens the address sees the same. */
export interface ListSearch {
  q?: string
  sort?: string
  view?: string
  columns?: string[]
  filter?: Record<string, string[]>
  folder?: string
}

export function readSearch(raw: Record<string, unknown>): ListSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const filter: Record<string, string[]> = {}
  if (typeof raw.filter === 'object' && raw.filter !== null) {
    for (const [name, values] of Object.entries(raw.filter)) {
      if (Array.isArray(values) && values.length > 0) filter[name] = values.map(String)
    }
  }
  return {
    q: text(raw.q),
    sort: text(raw.sort),
    view: text(raw.view),
    folder: text(raw.folder),
    columns: Array.isArray(raw.columns) ? raw.columns.map(String) : undefined,
    filter: Object.keys(filter).length > 0 ? filter : undefined,
  }
}

export function withFilter(search: ListSearch, name: string, values: string[]): ListSearch {
  const filter = { ...search.filter, [name]: values }
  if (values.length === 0) delete filter[name]
  return { ...search, filter: Object.keys(filter).length > 0 ? filter : undefined }
}

const MOST_FACETS = 20

/** What to ask the server for: only the properties that are shown, and counts for the filters. */
export function listQuery(app: AppModel, search: ListSearch, columns: Column[], locale?: string): Omit<ListQuery, 'offset' | 'limit'> {
  const filters = app.browser?.filters ?? []
  const filter = Object.entries(search.filter ?? {}).map(([name, values]) => {
    const property = filters.find((one) => one.name === name)?.property ?? name
    return `${property}:eq:${values.join('|')}`
  })
  const facets = filters.filter((one) => one.facet || one.kind === 'state').map((one) => one.property ?? one.name)
  const picture = app.detail?.fields.find((field) => field.valueType === 'asset')?.property
  const wanted = [titleField(app)?.property, 'isSample', picture, ...columns.filter((column) => column.type === 'property' || column.type === 'date').map((column) => column.property)]
  const known = new Set((app.detail?.fields ?? []).map((field) => field.property))
  return {
    q: search.q,
    sort: search.sort,
    filter,
    locale,
    facets: facets.slice(0, MOST_FACETS),
    columns: [...new Set(wanted.filter((name): name is string => name !== undefined && known.has(name)))],
  }
}
