import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, ofEntry, type Schemas } from './client.ts'

export type StageState = Schemas['StageState']
export type WayState = Schemas['WayState']
export type WorkflowModel = Schemas['WorkflowModel']
export type Task = Schemas['Task']
export type TaskList = Schemas['TaskList']
export type Whose = 'me' | 'organisation' | 'all'

const at = (type: string, id: string, stage: string) => ({ path: { type, id, stage } })

export const wayKey = (type: string, id: string) => ['workflow', type, id]
export const planStage = (type: string, id: string, stage: string, plan: Schemas['StagePlan']) =>
  answer(api.PUT('/entries/{type}/{id}/workflow/stages/{stage}', { params: at(type, id, stage), body: plan }))
export const tick = (type: string, id: string, stage: string, item: string, done: boolean) =>
  answer(api.PUT('/entries/{type}/{id}/workflow/stages/{stage}/checklist/{item}', { params: { path: { type, id, stage, item } }, body: { done } }))
export const completeStage = (type: string, id: string, stage: string) => answer(api.POST('/entries/{type}/{id}/workflow/stages/{stage}/complete', { params: at(type, id, stage) }))
export const reopenStage = (type: string, id: string, stage: string) => answer(api.POST('/entries/{type}/{id}/workflow/stages/{stage}/reopen', { params: at(type, id, stage) }))

/**
 * How far an entry is; null for a type without a workflow.
 *
 * @param again after how many milliseconds it is looked at again, for who looks at it and not alone
 */
export function useWay(type: string | undefined, id: string | undefined, again?: number) {
  return useQuery({
    queryKey: wayKey(type ?? '', id ?? ''),
    queryFn: async () => ((await answer(api.GET('/entries/{type}/{id}/workflow', ofEntry(type ?? '', id ?? '')))) as WayState | undefined) ?? null,
    enabled: Boolean(type && id),
    staleTime: 10_000,
    refetchInterval: again ?? false,
  })
}

export function useWorkflow(name: string | undefined) {
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: ['workflow-model', name, i18n.language],
    queryFn: () => answer(api.GET('/workflows/{name}', { params: { path: { name: name ?? '' }, query: { lang: i18n.language } } })),
    enabled: Boolean(name),
    staleTime: 300_000,
  })
}

export const tasksOf = (whose: Whose, overdue: boolean) => answer(api.GET('/tasks', { params: { query: { whose, overdue: overdue || undefined } } }))
