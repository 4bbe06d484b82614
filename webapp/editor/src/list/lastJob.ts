import { session } from '../api/session.ts'

/** The bulk action that one started last on a list, kept in this browser: it goes on, and can be taken back, after its dialogue was closed. */
export interface LastJob {
  id: string
  count: number
}

const key = (type: string) => `nephele.job.${session.user() ?? ''}.${type}`

export function lastJob(type: string): LastJob | null {
  try {
    return JSON.parse(localStorage.getItem(key(type)) ?? 'null') as LastJob | null
  } catch {
    return null
  }
}

export function rememberJob(type: string, job: LastJob) {
  localStorage.setItem(key(type), JSON.stringify(job))
}

export function forgetJob(type: string) {
  localStorage.removeItem(key(type))
}
