import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelJob, isOpen as isRunning, isUndoable, jobRows, readJob, succeeded, undoJob, type Job } from '../api/jobs.ts'
import type { AppModel } from '../api/model.ts'
import { placeOf } from '../entry/places.ts'
import { tellFailure } from '../shell/tell.ts'

/** Those that store texts, of which something may be taken out. */
const WRITING = ['setField', 'importSheet']

/** How far a job is, what it refused, what it took out of rich texts, and for ten minutes the way back. It goes on when this is closed. */
export function JobProgress({ app, job, total, onChanged, onDone }: { app: AppModel; job: Job; total: number; onChanged: (job: Job) => void; onDone: () => void }) {
  const { t } = useTranslation()
  const isOpen = isRunning(job)
  const told = useRef(false)
  const latest = useQuery({ queryKey: ['job', job.id, job.state], queryFn: () => readJob(job.id), refetchInterval: isOpen ? 500 : false, enabled: isOpen })
  useEffect(() => { if (latest.data) onChanged(latest.data) }, [latest.data, onChanged])
  useEffect(() => {
    if (isOpen) told.current = false
    else if (!told.current) {
      told.current = true
      onDone()
    }
  }, [isOpen, onDone])
  const rows = useQuery({ queryKey: ['job-rows', job.id, job.state], queryFn: () => jobRows(job.id), enabled: !isOpen && (job.failed > 0 || WRITING.includes(job.request.action)) })
  const failed = rows.data?.filter((row) => row.result === 'failed') ?? []
  const stuck = rows.data?.filter((row) => row.result === 'undo-failed') ?? []
  const cleaned = rows.data?.flatMap((row) => (row.result === 'done' && row.cleaned ? [{ ...row, cleaned: row.cleaned }] : [])) ?? []
  const root = useRef<HTMLDivElement>(null)
  // The button that was pressed goes, here as before: the keyboard goes on from what is told instead.
  useEffect(() => root.current?.focus(), [])
  const deed = (work: Promise<Job>) => {
    root.current?.focus()
    void work.then(onChanged, tellFailure)
  }
  return (
    <div className="stack told" tabIndex={-1} ref={root}>
      <div role="status">
        <p className="small">{t(`job.${job.state}`)} · {t('bulk.progress', { done: succeeded(job), count: total })}</p>
        <Progress value={total === 0 ? 100 : ((job.state === 'undoing' || job.state === 'undone' ? job.undone : job.done) / total) * 100} aria-label={t('bulk.title')} />
      </div>
      {[{ rows: failed, title: t('bulk.refused', { count: failed.length }) }, { rows: stuck, title: t('job.stuck', { count: stuck.length }) }].map((part) => part.rows.length > 0 && (
        <div key={part.title} className="notice notice-wrong"><div className="grow"><h3>{part.title}</h3><ul className="problem-list">{part.rows.map((row) => <li key={row.id} className="break"><strong>{row.title}</strong> {row.message}</li>)}</ul></div></div>
      ))}
      {cleaned.length > 0 && (
        <div className="notice">
          <div className="grow">
            <h3>{t('job.cleaned', { count: cleaned.length })}</h3>
            <ul className="problem-list" tabIndex={0} aria-label={t('job.cleaned', { count: cleaned.length })}>
              {cleaned.map((row) => <li key={row.id} className="break">{row.line !== undefined && <span className="quiet">{t('sheet.row', { number: row.line })} </span>}<strong>{row.title}</strong> {row.cleaned.map((text) => `${placeOf(app, text.field).label}: ${text.removed.join(', ')}`).join('; ')}</li>)}
            </ul>
          </div>
        </div>
      )}
      <div className="row">
        {(job.state === 'waiting' || job.state === 'running') && <Button variant="default" onClick={() => deed(cancelJob(job.id))}>{t('job.cancel')}</Button>}
        {isUndoable(job) && <Button variant="default" onClick={() => deed(undoJob(job.id))}>{t('job.undo')}</Button>}
      </div>
    </div>
  )
}
