import '../theme/list.css'
import '../theme/entry.css'
import { SegmentedControl, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../api/events.ts'
import { tasksOf, useWorkflow, type Task, type TaskList, type Whose } from '../api/workflow.ts'
import { initials } from '../entry/Presence.tsx'
import { FailureCard } from '../shell/Failure.tsx'
import { useMe } from '../shell/Login.tsx'
import { formatDay } from '../theme/format.ts'

const route = getRouteApi('/tasks')
/** Who gets a task is notified; who loses one, because it was done or given to somebody else, is not. */
const AGAIN_MILLIS = 10_000

/** The stages that are to be done now: one's own, one's organisation's, or all one may read. */
export function TasksPage() {
  const { t } = useTranslation()
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const whose: Whose = search.whose ?? 'me'
  const overdue = search.overdue ?? false
  const found = useQuery({ queryKey: ['tasks', whose, overdue], queryFn: () => tasksOf(whose, overdue), refetchInterval: AGAIN_MILLIS })
  const { refetch } = found
  useEffect(() => { document.title = `${t('nav.tasks')} · Nephele` }, [t])
  useEffect(() => onEvent('notification', () => void refetch()), [refetch])
  const choices = [
    { value: 'me', label: t('tasks.mine') },
    ...(me.organisations.length > 0 ? [{ value: 'organisation', label: t('tasks.organisation') }] : []),
    { value: 'all', label: t('tasks.all') },
  ]
  const tasks = found.data?.tasks ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.tasks')}</h1>
        <SegmentedControl aria-label={t('tasks.whose')} value={whose} data={choices} onChange={(next) => void navigate({ search: (before) => ({ ...before, whose: next === 'me' ? undefined : (next as Whose) }), replace: true })} />
        <Switch size="sm" label={t('tasks.overdueOnly')} checked={overdue} onChange={(event) => { const on = event.currentTarget.checked; void navigate({ search: (before) => ({ ...before, overdue: on || undefined }), replace: true }) }} />
      </div>
      {found.isError && <FailureCard error={found.error} retry={() => void found.refetch()} />}
      {found.data && tasks.length === 0 && (
        <div className="empty">
          <h2>{overdue ? t('tasks.noneOverdue') : t('tasks.none')}</h2>
          <p>{t('tasks.noneText')}</p>
        </div>
      )}
      {found.data && tasks.length > 0 && (
        <>
          <p className="quiet small" role="status" style={{ marginBottom: '0.5rem' }}>{t('tasks.count', { count: tasks.length })}</p>
          <ul className="panel tasks" aria-label={t('nav.tasks')}>
            {tasks.map((task) => <TaskRow key={task.entry} task={task} list={found.data} />)}
          </ul>
        </>
      )}
    </div>
  )
}

function TaskRow({ task, list }: { task: Task; list: TaskList }) {
  const { t } = useTranslation()
  const model = useWorkflow(task.workflow)
  const stages = model.data?.stages ?? []
  const at = stages.findIndex((stage) => stage.name === task.stage)
  const assignee = task.assignee ? (list.people[task.assignee] ?? task.assignee) : null
  return (
    <li data-late={task.overdue || undefined}>
      <span className="grow">
        <Link className="strong break" to="/entry/$type/$id" params={{ type: task.contentType, id: task.entry }} search={{ panel: 'workflow' }}>{list.titles[task.entry] ?? task.path}</Link>
        <span className="quiet small" style={{ display: 'block' }}>{stages[at]?.label.text ?? task.stage}{at >= 0 && ` · ${t('workflow.at', { at: at + 1, count: stages.length })}`}</span>
      </span>
      <span className="row task-assignee">
        {assignee ? <><span className="presence" aria-hidden>{initials(assignee)}</span><span className="clip">{assignee}</span></> : <span className="quiet">{t('workflow.nobody')}</span>}
      </span>
      <span className="task-due small">{task.due ? (task.overdue ? t('tasks.overdueSince', { day: formatDay(task.due) }) : t('workflow.dueOn', { day: formatDay(task.due) })) : ''}</span>
    </li>
  )
}
