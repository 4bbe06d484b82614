import { answer, api, ofEntry, type Schemas } from './client.ts'
import type { Entry, EntryPage, Properties } from './model.ts'
import type { DraftServer } from '../form/draft.ts'

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

export const listEntries = (type: string, { sort, ...query }: ListQuery, signal?: AbortSignal) =>
  answer(api.GET('/entries/{type}', { params: { path: { type }, query: { ...query, sort: sort ? [sort] : undefined } }, signal })) as Promise<EntryPage>

export const readEntry = (type: string, id: string, signal?: AbortSignal) => answer(api.GET('/entries/{type}/{id}', { ...ofEntry(type, id), signal })) as Promise<Entry>

export const publishEntry = (type: string, id: string, options: Schemas['PublishInput'] = {}) => answer(api.POST('/entries/{type}/{id}/publish', { ...ofEntry(type, id), body: options }))
export const unpublishEntry = (type: string, id: string) => answer(api.POST('/entries/{type}/{id}/unpublish', ofEntry(type, id)))
export const duplicateEntry = (type: string, id: string) => answer(api.POST('/entries/{type}/{id}/duplicate', ofEntry(type, id)))
export const undeleteEntry = (type: string, id: string) => answer(api.POST('/entries/{type}/{id}/undelete', ofEntry(type, id)))
export const moveEntry = (type: string, id: string, to: Schemas['MoveInput']) => answer(api.POST('/entries/{type}/{id}/move', { ...ofEntry(type, id), body: to }))
/** @param replaceWith what drafts that refer to it shall refer to instead */
export const deleteEntry = (type: string, id: string, replaceWith?: string) => answer(api.DELETE('/entries/{type}/{id}', { params: { path: { type, id }, query: { replaceWith } } }))

/** A draft's way to the server; what is created is created once, however often the call is repeated. */
export function draftServer(type: string): DraftServer {
  const once = crypto.randomUUID()
  return {
    create: async (properties: Properties) => {
      const saved = await answer(api.POST('/entries/{type}', { params: { path: { type } }, body: properties, headers: { 'Idempotency-Key': `${once}-${fingerprint(properties)}` } }))
      return { id: saved['@id'], revision: saved.revision, cleaned: saved.cleaned }
    },
    read: (id) => readEntry(type, id),
    change: (id, revision, properties) => answer(api.PATCH('/entries/{type}/{id}', { ...ofEntry(type, id), body: { ...properties, '@revision': revision } })),
  }
}

/** The same content asks with the same key: another one is another request. */
function fingerprint(value: unknown): string {
  let hash = 5381
  for (const unit of JSON.stringify(value)) hash = ((hash * 33) ^ (unit.codePointAt(0) ?? 0)) >>> 0
  return hash.toString(36)
}
