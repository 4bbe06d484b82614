import { session } from '../api/session.ts'

/** The entries one worked on last and the place in each, kept in this browser, for each person by herself. */
export interface RecentEntry {
  app: string
  appLabel: string
  id: string
  title: string
  at: number
  /** The tab and languages that were on the screen. */
  place?: { tab?: string; locale?: string; beside?: string }
}

const MOST = 12
const key = () => `nephele.recent.${session.user() ?? ''}`

export function recentEntries(): RecentEntry[] {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? '[]') as RecentEntry[]
  } catch {
    return []
  }
}

export function rememberEntry(entry: Omit<RecentEntry, 'at'>) {
  const others = recentEntries().filter((known) => known.id !== entry.id)
  localStorage.setItem(key(), JSON.stringify([{ ...entry, at: Date.now() }, ...others].slice(0, MOST)))
}
