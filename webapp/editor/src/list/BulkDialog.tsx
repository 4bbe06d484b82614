import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewJob, startJob, type BulkAction, type BulkRequest, type Job, type PreviewRow } from '../api/jobs.ts'
import type { AppModel, Json } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import { placeOf } from '../entry/places.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { useMe } from '../shell/Login.tsx'
import { formatNumber } from '../theme/format.ts'
import { JobProgress } from './JobProgress.tsx'
import { rememberJob } from './lastJob.ts'
import { SetField } from './SetField.tsx'

interface Props {
  app: AppModel
  action: BulkAction
  request: Omit<BulkRequest, 'action'>
  count: number
  /** @param isGone whether some of the entries are not there any more */
  onClose: (isGone: boolean) => void
  onDone: () => void
}

/** What a problem's rule is called where a right is missing. */
const DENIED = ['ACCESS_DENIED', 'denied']

/** The preview comes where the button was that had the focus: it is read out, and the keyboard is not lost. */
const takeFocus = (shown: HTMLElement | null) => shown?.focus()

/** First what would happen to each, then doing it in the background, then what became of it and taking it back. */
export default function BulkDialog({ app, action, request, count, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const [path, setPath] = useState('/')
  const [fields, setFields] = useState<Record<string, Json> | null>(null)
  const [preview, setPreview] = useState<{ total: number; rows: PreviewRow[] } | null>(null)
  const [job, setJob] = useState<Job | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const whole: BulkRequest = { ...request, action, ...(action === 'move' ? { path } : {}), ...(action === 'setField' && fields ? { fields } : {}) }
  const choose = useCallback((next: Record<string, Json> | null) => {
    setFields(next)
    setPreview(null)
  }, [])
  // The bar above the list tells of the same job.
  const follow = useCallback((next: Job) => {
    setJob(next)
    client.setQueryData(['last-job', next.request.contentType, next.id], next)
  }, [client])
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
    setBusy(false)
  }
  const impossible = preview?.rows.filter((row) => !row.possible) ?? []
  const going = preview?.rows.filter((row) => row.possible && row.state === 'deleted').length ?? 0
  const live = preview?.rows.filter((row) => row.possible && row.state !== 'not-published').length ?? 0
  // Marks would stay on what is not there any more.
  const close = () => onClose(job !== null && job.state !== 'undone' && (action === 'delete' || going > 0))
  const ready = action !== 'setField' || fields !== null
  return (
    <Dialog onClose={close} size="lg" title={t(`bulk.title.${action}`, { count })}>
      <div className="stack">
        {!job && <p>{t(`bulk.text.${action}`)}</p>}
        {!job && action === 'move' && <TextInput label={t('bulk.folder')} value={path} onChange={(event) => { setPath(event.currentTarget.value); setPreview(null) }} data-autofocus />}
        {!job && action === 'setField' && <SetField app={app} onChange={choose} />}
        {!job && preview && (
          <div role="status" className="told" tabIndex={-1} ref={takeFocus}>
            <p className="strong">{preview.rows.length < preview.total
              ? t('bulk.possibleChecked', { count: preview.rows.length - impossible.length, checked: preview.rows.length, total: formatNumber(preview.total) })
              : t('bulk.possible', { count: preview.total - impossible.length, total: preview.total })}</p>
            {action === 'publish' && going > 0 && <p>{t('bulk.going', { count: going })}</p>}
            {action === 'delete' && live > 0 && <p>{t('bulk.live', { count: live })}</p>}
            {impossible.length > 0 && (
              <div className="notice notice-wrong">
                <div className="grow">
                  <h3>{t('bulk.refused', { count: impossible.length })}</h3>
                  <ul className="problem-list">{impossible.map((row) => <li key={row.id} className="break"><strong>{row.title}</strong> {row.problems.map((problem) => (problem.field ? `${placeOf(app, problem.field).label}: ${problem.message}` : problem.message)).join('; ')}</li>)}</ul>
                  {impossible.some((row) => row.problems.some((problem) => DENIED.includes(problem.rule))) && me.whoCanGrant.length > 0 && <p className="small">{t('why.grant', { who: me.whoCanGrant.join(', ') })}</p>}
                </div>
              </div>
            )}
          </div>
        )}
        {job && <JobProgress app={app} job={job} total={preview?.total ?? count} onChanged={follow} onDone={onDone} />}
        {error && <div className="login-error break" role="alert">{error}</div>}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={close}>{job ? t('action.close') : t('action.cancel')}</Button>
          {!job && !preview && <Button loading={busy} disabled={!ready} data-autofocus={action === 'move' || action === 'setField' ? undefined : true} onClick={() => void attempt(async () => setPreview(await previewJob(whole)))}>{t('bulk.preview')}</Button>}
          {!job && preview && <Button loading={busy} color={action === 'delete' ? 'red' : undefined} disabled={preview.total === impossible.length} onClick={() => void attempt(async () => {
            const started = await startJob(whole)
            rememberJob(started.request.contentType, { id: started.id, count: preview.total })
            setJob(started)
          })}>{t('bulk.start')}</Button>}
        </div>
      </div>
    </Dialog>
  )
}
