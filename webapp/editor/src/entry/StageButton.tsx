import { IconRoute } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWay, useWorkflow } from '../api/workflow.ts'
import { formatDay } from '../theme/format.ts'
import type { EntrySearch } from './EntryEditor.tsx'

interface Props {
  type: string | undefined
  id: string | undefined
  open: boolean
  go: (change: Partial<EntrySearch>) => void
}

/** The stage that the entry is in, and the way to all of them. Nothing for a type without a workflow. */
export function StageButton({ type, id, open, go }: Props) {
  const { t } = useTranslation()
  const way = useWay(type, id)
  const model = useWorkflow(way.data?.way.workflow)
  if (!way.data || !model.data) return null
  const { current, stages } = way.data.way
  const at = model.data.stages.findIndex((stage) => stage.name === current)
  const state = stages[at]
  const late = Boolean(state?.due && state.due < new Date().toISOString().slice(0, 10))
  const text = at < 0 ? t('workflow.allDone') : `${at + 1}/${stages.length} ${model.data.stages[at]?.label.text}`
  return (
    <button type="button" className="stage-button" aria-pressed={open} data-on={open || undefined} data-late={late || undefined} title={state?.due ? `${text} · ${t('workflow.dueOn', { day: formatDay(state.due) })}` : text}
      onClick={() => go({ panel: open ? undefined : 'workflow', field: undefined, comment: undefined })}>
      <IconRoute size={15} aria-hidden />
      <span className="clip"><span className="only-read">{t('panel.workflow')}: </span>{text}</span>
      {late && <span className="only-read">, {t('workflow.late')}</span>}
    </button>
  )
}

/** Whether partners agree on entries of this type. */
export function useAgrees(type: string | undefined, id: string | undefined): boolean {
  const way = useWay(type, id)
  const model = useWorkflow(way.data?.way.workflow)
  return model.data?.stages.some((stage) => stage.requires.includes('@agreed')) ?? false
}
