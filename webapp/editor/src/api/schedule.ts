import type { Schemas } from './client.ts'
import { get, post, remove } from './http.ts'

export type ScheduledDeed = Schemas['ScheduledDeed']

export interface Plan {
  action: ScheduledDeed['action']
  /** In the zone, as 2026-11-30T09:00. */
  at: string
  zone: string
  withReferences: boolean
  locales?: string[]
}

export const scheduleOf = async (entry: string) => (await get<{ deeds: ScheduledDeed[] }>('/schedule', { entry, over: true })).deeds
export const plan = (type: string, id: string, planned: Plan) => post<ScheduledDeed>(`/entries/${type}/${id}/schedule`, planned)
export const cancelPlan = (id: string) => remove<ScheduledDeed>(`/schedule/${id}`)
