import { get, post } from './http.ts'
import type { Json } from './model.ts'
import type { FieldError } from './problem.ts'

export type BulkAction = 'publish' | 'unpublish' | 'delete' | 'undelete' | 'move' | 'setField'

export interface BulkRequest {
  contentType: string
  action: BulkAction
  ids?: string[]
  selection?: { q?: string; path?: string; filters?: string[]; locale?: string }
  path?: string
  fields?: Record<string, Json>
  locales?: string[]
  withReferences?: boolean
}

export interface Job {
  id: string
  request: BulkRequest
  state: 'waiting' | 'running' | 'finished' | 'cancelled' | 'undoing' | 'undone'
  done: number
  failed: number
  undone: number
  undoableUntil?: string
  message?: string
}

export interface PreviewRow {
  id: string
  title: string
  path: string
  state: string
  possible: boolean
  problems: FieldError[]
}

export interface JobRow {
  id: string
  title: string
  result: string
  message?: string
}

export const previewJob = (request: BulkRequest) => post<{ total: number; rows: PreviewRow[] }>('/jobs/preview', request)
export const startJob = (request: BulkRequest) => post<Job>('/jobs', request)
export const readJob = (id: string) => get<Job>(`/jobs/${id}`)
export const jobRows = async (id: string) => (await get<{ rows: JobRow[] }>(`/jobs/${id}/rows`, { limit: 1000 })).rows
export const undoJob = (id: string) => post<Job>(`/jobs/${id}/undo`)
export const cancelJob = (id: string) => post<Job>(`/jobs/${id}/cancel`)
