import { answer, api, type Schemas } from './client.ts'
import type { Json } from './model.ts'

/** What is done to marked entries; the import of a sheet is a job, too, and begins elsewhere. */
export type BulkAction = Exclude<Schemas['BulkRequest']['action'], 'importSheet'>
export type BulkRequest = Omit<Schemas['BulkRequest'], 'withReferences' | 'fields' | 'action'> & { action: BulkAction; withReferences?: boolean; fields?: Record<string, Json> }
export type Job = Schemas['Job']
export type PreviewRow = Schemas['PreviewRow']
const OPEN = ['waiting', 'running', 'undoing']
export const isOpen = (job: Job) => OPEN.includes(job.state)
export const isUndoable = (job: Job) => job.state === 'finished' && job.undoableUntil !== undefined && new Date(job.undoableUntil).getTime() > Date.now()
/** Of its rows, those that it was done to, or taken back from: what was refused is not among them. */
export const succeeded = (job: Job) => Math.max(0, (job.state === 'undoing' || job.state === 'undone' ? job.undone : job.done) - job.failed)
export type JobRow = Schemas['Row']

const at = (id: string) => ({ params: { path: { id } } })
const whole = (request: BulkRequest): Schemas['BulkRequest'] => ({ withReferences: false, ...request })

export const previewJob = (request: BulkRequest) => answer(api.POST('/jobs/preview', { body: whole(request) }))
export const startJob = (request: BulkRequest) => answer(api.POST('/jobs', { body: whole(request) }))
export const readJob = (id: string) => answer(api.GET('/jobs/{id}', at(id)))

const AT_ONCE = 1000

/** All of them, however many. */
export async function jobRows(id: string): Promise<JobRow[]> {
  const rows: JobRow[] = []
  for (;;) {
    const piece = (await answer(api.GET('/jobs/{id}/rows', { params: { path: { id }, query: { offset: rows.length, limit: AT_ONCE } } }))).rows
    rows.push(...piece)
    if (piece.length < AT_ONCE) return rows
  }
}

export const undoJob = (id: string) => answer(api.POST('/jobs/{id}/undo', at(id)))
export const cancelJob = (id: string) => answer(api.POST('/jobs/{id}/cancel', at(id)))
