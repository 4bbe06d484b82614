import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen, isUndoable, readJob, succeeded, type BulkAction, type Job } from '../api/jobs.ts'
import type { AppModel } from '../api/model.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { JobProgress } from './JobProgress.tsx'
import { forgetJob, lastJob } from './lastJob.ts'

/** The way back to the last bulk action, as long as it runs or can be taken back. */
export function LastJobBar({ app }: { app: AppModel }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const [shown, setShown] = useState(false)
  const [hidden, setHidden] = useState('')
  const kept = lastJob(type)
  const found = useQuery({ queryKey: ['last-job', type, kept?.id], queryFn: () => readJob(kept?.id ?? ''), enabled: kept !== null, retry: false, refetchInterval: (query) => (query.state.data && isOpen(query.state.data) ? 2_000 : 30_000) })
  const job = found.data
  const changed = useCallback((next: Job) => client.setQueryData(['last-job', type, next.id], next), [client, type])
  const done = useCallback(() => void client.invalidateQueries({ queryKey: ['entries', type] }), [client, type])
  if (!kept || !job || job.id === hidden || (!shown && !isOpen(job) && !isUndoable(job))) return null
  const title = t(`bulk.title.${job.request.action as BulkAction}`, { count: kept.count })
  return (
    <div className="bulk last-job" role="region" aria-label={t('job.last')}>
      <span className="grow"><span className="strong">{title}</span> · {t(`job.${job.state}`)} · {t('bulk.progress', { done: succeeded(job), count: kept.count })}</span>
      <Button variant="default" onClick={() => setShown(true)}>{isUndoable(job) ? t('job.showUndo') : t('job.show')}</Button>
      {!isOpen(job) && <Button variant="subtle" onClick={() => { forgetJob(type); setHidden(job.id) }}>{t('job.dismiss')}</Button>}
      {shown && <Dialog title={title} size="lg" onClose={() => setShown(false)}><JobProgress app={app} job={job} total={kept.count} onChanged={changed} onDone={done} /></Dialog>}
    </div>
  )
}
