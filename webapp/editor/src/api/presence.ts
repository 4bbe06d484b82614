import { answer, api, ofEntry, type Schemas } from './client.ts'

/** Who has an entry open, and what they are called. */
export type Editors = Schemas['Editors']

export const here = (type: string, id: string, window: string, field?: string) => answer(api.PUT('/entries/{type}/{id}/presence', { ...ofEntry(type, id), body: { window, field } }))
export const gone = (type: string, id: string, window: string) => answer(api.DELETE('/entries/{type}/{id}/presence', { params: { path: { type, id }, query: { window } }, keepalive: true })).catch(() => undefined)
