import { answer, api, ofEntry, type Schemas } from './client.ts'

export type ScheduledDeed = Schemas['ScheduledDeed']
/** `at` is in the zone, as 2026-11-30T09:00. */
export type Plan = Schemas['Plan']

export const scheduleOf = (entry: string) => answer(api.GET('/schedule', { params: { query: { entry, over: true } } }))
export const plan = (type: string, id: string, planned: Plan) => answer(api.POST('/entries/{type}/{id}/schedule', { ...ofEntry(type, id), body: planned }))
export const cancelPlan = (id: string) => answer(api.DELETE('/schedule/{id}', { params: { path: { id } } }))
