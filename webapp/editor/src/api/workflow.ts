import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get, post, put } from './http.ts'
import type { Label } from './model.ts'
import type { FieldError } from './problem.ts'

export interface StageState {
  name: string
  assignee?: string
  due?: string
  hours: number
  checklist: Record<string, { by: string; at: string }>
  completedAt?: string
  completedBy?: string
}

export interface WayState {
  way: { entry: string; contentType: string; workflow: string; current?: string; stages: StageState[] }
  missing: FieldError[]
  people: Record<string, string>
}

export interface WorkflowModel {
  name: string
  label: Label
  stages: { name: string; label: Label; days: number; requires: string[]; checklist: { name: string; label: Label; required: boolean }[] }[]
}

export interface Task {
  entry: string
  contentType: string
  path: string
  workflow: string
  stage: string
  assignee?: string
  due?: string
  overdue: boolean
  organisation?: string
}

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

export interface TaskList {
  tasks: Task[]
  titles: Record<string, string>
  people: Record<string, string>
}

export const tasksOf = (whose: Whose, overdue: boolean) => get<TaskList>('/tasks', { whose, overdue: overdue || undefined })
