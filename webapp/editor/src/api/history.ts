import { answer, api, ofEntry, type Schemas } from './client.ts'
import type { Json } from './model.ts'

export type Version = Schemas['Version']
export type Difference = Omit<Schemas['Difference'], 'before' | 'after'> & { before?: Json; after?: Json }
export type Finding = Schemas['Finding']
export type PublicationReport = Schemas['Report']

/** Newest first; `by` is a full name where there is one. */
export async function versionsOf(type: string, id: string): Promise<Version[]> {
  const { versions, people } = await answer(api.GET('/entries/{type}/{id}/versions', ofEntry(type, id)))
  return versions.toReversed().map((version) => ({ ...version, by: people[version.by] ?? version.by.replace(/^system:/, '') }))
}
export const nameVersion = (type: string, id: string, label: string) => answer(api.POST('/entries/{type}/{id}/versions', { ...ofEntry(type, id), body: { label } }))
export const differences = async (type: string, id: string, from: string, to: string) => (await answer(api.GET('/entries/{type}/{id}/differences', { params: { path: { type, id }, query: { from, to } } }))).differences as Difference[]
/** @param fields only these; all without */
export const restoreVersion = (type: string, id: string, name: string, fields?: string[]) => answer(api.POST('/entries/{type}/{id}/versions/{name}/restore', { params: { path: { type, id, name } }, body: fields ? { fields } : {} }))
export const checkPublication = (type: string, id: string, withReferences: boolean) => answer(api.GET('/entries/{type}/{id}/publication-check', { params: { path: { type, id }, query: { withReferences } } }))
