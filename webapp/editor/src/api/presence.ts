import { answer, api, ofEntry, type Schemas } from './client.ts'

export type Editor = Schemas['Editor']

export const here = async (type: string, id: string, window: string, field?: string) => (await answer(api.PUT('/entries/{type}/{id}/presence', { ...ofEntry(type, id), body: { window, field } }))).editors
export const gone = (type: string, id: string, window: string) => answer(api.DELETE('/entries/{type}/{id}/presence', { params: { path: { type, id }, query: { window } } })).catch(() => undefined)
