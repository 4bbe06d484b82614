import { get, post } from './http.ts'
import type { Json } from './model.ts'

export interface Version {
  name: string
  created: string
  by: string
  label?: string
  live: boolean
}

export interface Difference {
  field: string
  property: string
  locale?: string
  kind: 'added' | 'removed' | 'changed'
  before?: Json
  after?: Json
}

export interface Finding {
  entry: string
  contentType: string
  path: string
  field: string
  property: string
  locale?: string
  rule: string
  message: string
}

export interface PublicationReport {
  publishable: boolean
  entries: string[]
  findings: Finding[]
}

const at = (type: string, id: string) => `/entries/${type}/${id}`

/** Newest first. */
export const versionsOf = async (type: string, id: string) => (await get<{ versions: Version[] }>(`${at(type, id)}/versions`)).versions.toReversed()
export const nameVersion = (type: string, id: string, label: string) => post<Version>(`${at(type, id)}/versions`, { label })
export const differences = async (type: string, id: string, from: string, to: string) => (await get<{ differences: Difference[] }>(`${at(type, id)}/differences`, { from, to })).differences
/** @param fields only these; all without */
export const restoreVersion = (type: string, id: string, name: string, fields?: string[]) => post(`${at(type, id)}/versions/${encodeURIComponent(name)}/restore`, fields ? { fields } : {})
export const checkPublication = (type: string, id: string, withReferences: boolean) => get<PublicationReport>(`${at(type, id)}/publication-check`, { withReferences })
