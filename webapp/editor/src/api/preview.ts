import { post } from './http.ts'
import type { Properties } from './model.ts'

export interface Preview {
  /** Where readers will find it. */
  address: string
  delivered: Properties
}

/** What delivery will answer once the draft is published with these fields; nothing is changed. */
export const previewEntry = (type: string, id: string, fields: Properties, locale: string, signal: AbortSignal) => post<Preview>(`/entries/${type}/${id}/preview`, { fields, locale }, { signal })
