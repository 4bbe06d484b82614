import { get } from './http.ts'

export interface Referrer {
  id: string
  contentType: string
  title: string
  path: string
  state: string
  /** Stored names of the properties that refer, nested ones with slashes. */
  fields: string[]
  draft: boolean
  live: boolean
}

/** @param hidden how many more there are that one may not read */
export interface UsedIn {
  total: number
  hidden: number
  usages: Referrer[]
}

export const usedIn = (type: string, id: string) => get<UsedIn>(`/entries/${type}/${id}/used-in`)
