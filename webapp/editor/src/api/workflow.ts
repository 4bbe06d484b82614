import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from './client.ts'
import { get, post, put } from './http.ts'

export type StageState = Schemas['StageState']
export type WayState = Schemas['WayState']
export type WorkflowModel = Schemas['WorkflowModel']
export type Task = Schemas['Task']
export type TaskList = Schemas['TaskList']
export type Whose = 'me' | 'organisation' | 'all'

const at = (type: string, id: string) => `/entries/${type}/${id}/workflow`
const stageAt = (type: string, id: string, stage: string) => `${at(type, id)}/stages/${encodeURIComponent(stage)}`

export const wayKey = (type: string, id: string) => ['workflow', type, id]
export const planStage = (type: string, id: string, stage: string, plan: { assignee?: string; due?: string; hours?: number }) => put<WayState>(stageAt(type, id, stage), plan)
export const tick = (type: string, id: string, stage: string, item: string, done: boolean) => put<WayState>(`${stageAt(type, id, stage)}/checklist/${encodeURIComponent(item)}`, { done })
export const completeStage = (type: string, id: string, stage: string) => post<WayState>(`${stageAt(type, id, stage)}/complete`)
export const reopenStage = (type: string, id: string, stage: string) => post<WayState>(`${stageAt(type, id, stage)}/reopen`)

/** How far an entry is; null for a type without a workflow. */
export function useWay(type: string | undefined, id: string | undefined) {
  return useQuery({
    queryKey: wayKey(type ?? '', id ?? ''),
    queryFn: async () => (await get<WayState | undefined>(at(type ?? '', id ?? ''))) ?? null,
    enabled: Boolean(type && id),
    staleTime: 10_000,
  })
}

export function useWorkflow(name: string | undefined) {
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: ['workflow-model', name, i18n.language],
    queryFn: () => get<WorkflowModel>(`/workflows/${name}`, { lang: i18n.language }),
    enabled: Boolean(name),
    staleTime: 300_000,
  })
}

export const tasksOf = (whose: Whose, overdue: boolean) => get<TaskList>('/tasks', { whose, overdue: overdue || undefined })
