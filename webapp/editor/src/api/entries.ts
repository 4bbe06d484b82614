import { call, get, patch, post, remove } from './http.ts'
import type { Schemas } from './client.ts'
import type { Entry, EntryPage, Properties } from './model.ts'
import type { DraftServer } from '../form/draft.ts'

const base = (type: string, id?: string) => `/entries/${type}${id ? `/${id}` : ''}`

export type Saved = Schemas['SavedEntry']

export interface ListQuery {
  offset: number
  limit: number
  q?: string
  path?: string
  sort?: string
  locale?: string
  /** As `property:operator:value`. */
  filter?: string[]
  facets?: string[]
  columns?: string[]
}

export function listEntries(type: string, query: ListQuery, signal?: AbortSignal): Promise<EntryPage> {
  const { facets, columns, ...rest } = query
  return get<EntryPage>(base(type), { ...rest, facets: facets?.join(','), columns: columns?.join(',') }, signal)
}

export const readEntry = (type: string, id: string, signal?: AbortSignal) => get<Entry>(base(type, id), undefined, signal)

export const publishEntry = (type: string, id: string, options: { withReferences?: boolean; locales?: string[] } = {}) =>
  post<Saved & { published: { '@id': string; '@path': string; contentType: string }[] }>(`${base(type, id)}/publish`, options)

export const unpublishEntry = (type: string, id: string) => post<Saved>(`${base(type, id)}/unpublish`)
export const duplicateEntry = (type: string, id: string) => post<Saved>(`${base(type, id)}/duplicate`)
export const undeleteEntry = (type: string, id: string) => post<Saved>(`${base(type, id)}/undelete`)
export const moveEntry = (type: string, id: string, to: { '@name'?: string; '@path'?: string }) => post<Saved>(`${base(type, id)}/move`, to)
/** @param replaceWith what drafts that refer to it shall refer to instead */
export const deleteEntry = (type: string, id: string, replaceWith?: string) => remove<Entry | undefined>(base(type, id), { replaceWith })

/** A draft's way to the server; what is created is created once, however often the call is repeated. */
export function draftServer(type: string): DraftServer {
  const once = crypto.randomUUID()
  return {
    create: async (properties: Properties) => {
      const saved = (await call<Saved>('POST', base(type), { body: properties, headers: { 'Idempotency-Key': `${once}-${fingerprint(properties)}` } })).data
      return { id: saved['@id'], revision: saved.revision, cleaned: saved.cleaned }
    },
    read: (id) => readEntry(type, id),
    change: (id, revision, properties) => patch<Saved>(base(type, id), { ...properties, '@revision': revision }),
  }
}

/** The same content asks with the same key: another one is another request. */
function fingerprint(value: unknown): string {
  let hash = 5381
  for (const unit of JSON.stringify(value)) hash = ((hash * 33) ^ (unit.codePointAt(0) ?? 0)) >>> 0
  return hash.toString(36)
}
