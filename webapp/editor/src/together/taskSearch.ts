import type { Whose } from '../api/workflow.ts'

export interface TaskSearch {
  whose?: Whose
  overdue?: boolean
}

export function readTaskSearch(raw: Record<string, unknown>): TaskSearch {
  return {
    whose: raw.whose === 'organisation' || raw.whose === 'all' ? raw.whose : undefined,
    overdue: raw.overdue === true || raw.overdue === 'true' ? true : undefined,
  }
}
