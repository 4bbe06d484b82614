import { answer, api, type Schemas } from './client.ts'

/** A list as somebody keeps it: her own, or shared with all. */
export type SavedView = Schemas['SavedViewsView']
export type ViewContent = SavedView['view']

export const savedViews = async (type: string) => (await answer(api.GET('/views/{type}', { params: { path: { type } } }))).views
export const saveView = (type: string, view: ViewContent) => answer(api.POST('/views/{type}', { params: { path: { type } }, body: view }))
export const dropView = (type: string, id: string) => answer(api.DELETE('/views/{type}/{id}', { params: { path: { type, id } } }))
