import { call, put } from './http.ts'

export interface Editor {
  user: string
  window: string
  field?: string
}

const at = (type: string, id: string) => `/entries/${type}/${id}/presence`

export const here = async (type: string, id: string, window: string, field?: string) => (await put<{ editors: Editor[] }>(at(type, id), { window, field })).editors
export const gone = (type: string, id: string, window: string) => call('DELETE', at(type, id), { query: { window } }).catch(() => undefined)
