/** The entries one worked on last, kept in this browser. */
export interface RecentEntry {
  app: string
  appLabel: string
  id: string
  title: string
  at: number
}

const KEY = 'nephele.recent'
const MOST = 12

export function recentEntries(): RecentEntry[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as RecentEntry[]
  } catch {
    return []
  }
}

export function rememberEntry(entry: Omit<RecentEntry, 'at'>) {
  const others = recentEntries().filter((known) => known.id !== entry.id)
  localStorage.setItem(KEY, JSON.stringify([{ ...entry, at: Date.now() }, ...others].slice(0, MOST)))
}
