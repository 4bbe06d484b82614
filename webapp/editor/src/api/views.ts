import { get, post, remove } from './http.ts'

export interface ViewContent {
  name: string
  shared: boolean
  display?: string
  q?: string
  path?: string
  filters?: string[]
  sort?: string[]
  columns?: string[]
  locale?: string
}

/** A list as somebody keeps it: her own, or shared with all. */
export interface SavedView {
  id: string
  contentType: string
  owner: string
  mine: boolean
  view: ViewContent
}

export const savedViews = async (type: string) => (await get<{ views: SavedView[] }>(`/views/${type}`)).views
export const saveView = (type: string, view: ViewContent) => post<SavedView>(`/views/${type}`, view)
export const dropView = (type: string, id: string) => remove(`/views/${type}/${id}`)
