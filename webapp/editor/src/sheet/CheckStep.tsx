import { Button, Progress, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../api/jobs.ts'
import type { AppModel } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import { checkSheet, downloadReport, importSheet, resultAddress, type Mapping, type RowReport, type Sheet } from '../api/sheets.ts'
import { JobProgress } from '../list/JobProgress.tsx'
import { tellFailure } from '../shell/tell.ts'
import { formatNumber } from '../theme/format.ts'
import { RowReports } from './RowReports.tsx'

interface Props {
  app: AppModel
  sheet: Sheet
  mapping: Mapping
  onBack: () => void
  onAgain: () => void
}

const OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const

/** What would become of every row; then the import itself, which goes on when this is closed. */
export function CheckStep({ app, sheet, mapping, onBack, onAgain }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { rows, error } = useCheck(sheet, mapping)
  const [shown, setShown] = useState('all')
  const [job, setJob] = useState<Job | null>(null)
  const [busy, setBusy] = useState(false)
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length
  const isChecked = rows.length === sheet.rows
  const useful = count('created') + count('changed')
  const done = useCallback(() => void client.invalidateQueries({ queryKey: ['entries', sheet.contentType] }), [client, sheet.contentType])
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    await work().catch(tellFailure)
    setBusy(false)
  }
  const isOver = job !== null && !['waiting', 'running', 'undoing'].includes(job.state)
  return (
    <div className="stack">
      {error && <div className="notice notice-wrong" role="alert"><p className="grow break">{error}</p></div>}
      {!error && !isChecked && <div role="status"><p className="small">{t('sheet.checking', { done: rows.length, count: sheet.rows })}</p><Progress value={(rows.length / sheet.rows) * 100} aria-label={t('sheet.step.check')} /></div>}
      <div className="row wrap" role="status">
        {OUTCOMES.map((outcome) => <span key={outcome} className="outcome" data-outcome={outcome}><strong>{formatNumber(count(outcome))}</strong> {t(`sheet.outcome.${outcome}`)}</span>)}
      </div>
      {job && <section className="panel panel-body stack" aria-label={t('sheet.importing')}>
        <JobProgress app={app} job={job} total={sheet.rows} onChanged={setJob} onDone={done} />
        <div className="row wrap">
          {isOver && <Button component="a" href={resultAddress(sheet)} download variant="default" leftSection={<IconDownload size={15} aria-hidden />}>{t('sheet.result')}</Button>}
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/apps/$app" params={{ app: app.name }} />}>{t('sheet.toList')}</Button>
          {isOver && <Button variant="subtle" onClick={onAgain}>{t('sheet.again')}</Button>}
        </div>
      </section>}
      <div className="row wrap">
        <SegmentedControl aria-label={t('sheet.show')} value={shown} onChange={setShown} data={[{ value: 'all', label: t('sheet.showAll') }, { value: 'refused', label: t('sheet.showErrors', { count: count('refused') }) }]} />
        <span className="grow" />
        {!job && <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} disabled={!isChecked} onClick={() => void attempt(() => downloadReport(sheet, mapping))}>{t('sheet.report')}</Button>}
      </div>
      <RowReports key={shown} rows={shown === 'all' ? rows : rows.filter((row) => row.outcome === 'refused')} />
      {!job && (
        <div className="row wrap sheet-deeds">
          <Button variant="default" onClick={onBack}>{t('sheet.back')}</Button>
          <Button loading={busy} disabled={!isChecked || useful === 0} onClick={() => void attempt(async () => setJob(await importSheet(sheet, mapping)))}>{t('sheet.import', { count: useful, formatted: formatNumber(useful) })}</Button>
          {count('refused') > 0 && isChecked && <span className="quiet small">{t('sheet.refusedStay')}</span>}
        </div>
      )}
    </div>
  )
}

/** Checks the rows, some at a time, so that the first are seen at once. */
function useCheck(sheet: Sheet, mapping: Mapping) {
  const { t } = useTranslation()
  const [rows, setRows] = useState<RowReport[]>([])
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    const left = new AbortController()
    const run = async () => {
      let all: RowReport[] = []
      while (all.length < sheet.rows && !left.signal.aborted) {
        const piece = await checkSheet(sheet, mapping, all.length, left.signal)
        if (piece.rows.length === 0) break
        all = [...all, ...piece.rows]
        if (!left.signal.aborted) setRows(all)
      }
    }
    setRows([])
    setError(null)
    run().catch((failure: unknown) => { if (!left.signal.aborted) setError(failure instanceof ApiError && !failure.isOffline ? failure.message : t('failure.offline')) })
    return () => left.abort()
  }, [sheet, mapping, t])
  return { rows, error }
}
