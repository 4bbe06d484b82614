import { Button, Checkbox, MultiSelect } from '@mantine/core'
import { IconAccessible, IconCircleCheck, IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { publishEntry } from '../api/entries.ts'
import type { AppModel } from '../api/model.ts'
import { checkPublication, type Finding } from '../api/history.ts'
import { ApiError } from '../api/problem.ts'
import type { Draft } from '../form/draft.ts'
import type { Problem } from '../form/FormContext.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { tellDone } from '../shell/tell.ts'
import { Why } from '../shell/Why.tsx'
import { localeName } from '../theme/format.ts'
import { ProblemList } from './Notices.tsx'
import { complaintsOf } from './places.ts'

interface Props {
  app: AppModel
  draft: Draft
  onClose: () => void
  onProblems: (problems: Problem[]) => void
  onJump: (field: string) => void
}

/** What will happen, what stands against it, and doing it. */
export default function PublishPanel({ app, draft, onClose, onProblems, onJump }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const [busy, setBusy] = useState(true)
  const [ownProblems] = useState(() => complaintsOf(app, draft.values))
  const [problems, setProblems] = useState<Problem[]>(ownProblems)
  const [others, setOthers] = useState<Finding[]>([])
  const [warnings, setWarnings] = useState<Finding[]>([])
  const [error, setError] = useState<string | null>(null)
  const [withReferences, setWithReferences] = useState(false)
  const [locales, setLocales] = useState<string[]>([])
  useEffect(() => {
    draft.saveNow().then(() => check(), (failure: unknown) => {
      setBusy(false)
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- checked again when what is published with it changes
  }, [draft, t, withReferences])
  // While it is checked its button takes no focus, which must not stay behind in the form.
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => { if (!busy && document.activeElement === panel.current) button.current?.focus() }, [busy])
  const check = async () => {
    const id = draft.entry?.['@id']
    if (!id) return setBusy(false)
    try {
      const report = await checkPublication(type, id, withReferences)
      const errors = report.findings.filter((finding) => finding.severity !== 'warning')
      setProblems(errors.filter((finding) => finding.entry === id))
      setOthers(errors.filter((finding) => finding.entry !== id))
      setWarnings(report.findings.filter((finding) => finding.severity === 'warning' && finding.entry === id))
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
    setBusy(false)
  }
  const publish = async () => {
    setBusy(true)
    setError(null)
    try {
      await draft.saveNow()
      const id = draft.entry?.['@id'] ?? ''
      const answer = await publishEntry(type, id, { ...(withReferences ? { withReferences } : {}), ...(locales.length > 0 ? { locales } : {}) })
      await draft.refresh()
      onProblems([])
      void client.invalidateQueries({ queryKey: ['entries', type] })
      void client.invalidateQueries({ queryKey: ['versions', type, id] })
      tellDone(t('done.published', { count: answer.published?.length ?? 1 }))
      onClose()
    } catch (failure) {
      setBusy(false)
      if (failure instanceof ApiError && failure.fields.length > 0) {
        setProblems(failure.fields)
        onProblems(failure.fields)
      } else setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
  }
  const written = app.locales.filter((locale) => locale.id === app.defaultLocale || Object.keys(draft.values).some((name) => name.endsWith(`_${locale.id.replaceAll('-', '_')}`)))
  return (
    <Dialog onClose={onClose} title={t('publish.title')} size="lg">
      <div className="stack told" tabIndex={-1} data-autofocus ref={panel}>
        {problems.length === 0 && !busy && <p className="row"><IconCircleCheck size={18} color="var(--state-published)" aria-hidden />{t('publish.ready')}</p>}
        {problems.length > 0 && (
          <div className="notice notice-wrong" role="alert">
            <IconAlertTriangle size={18} aria-hidden />
            <div className="grow">
              <h3>{t('entry.problems', { count: problems.length })}</h3>
              <p className="small quiet">{t('publish.kept')}</p>
              <ProblemList app={app} problems={problems} onJump={(field) => { onProblems(problems); onJump(field) }} />
            </div>
          </div>
        )}
        {others.length > 0 && (
          <div className="notice notice-wrong"><div className="grow"><h3>{t('publish.others', { count: others.length })}</h3><ul className="problem-list">{others.map((finding) => <li key={`${finding.entry} ${finding.field} ${finding.message}`} className="break"><strong>{finding.path}</strong> {finding.property}: {finding.message}</li>)}</ul></div></div>
        )}
        {warnings.length > 0 && (
          <div className="notice" role="status">
            <IconAccessible size={18} style={{ flex: 'none' }} aria-hidden />
            <div className="grow">
              <h3>{t('publish.warnings', { count: warnings.length })}</h3>
              <p className="small quiet">{t('publish.warningsText')}</p>
              <ProblemList app={app} problems={warnings} onJump={onJump} />
            </div>
          </div>
        )}
        {written.length > 1 && (
          <MultiSelect label={t('publish.locales')} description={t('publish.localesText')} placeholder={locales.length === 0 ? t('publish.allLocales') : undefined} value={locales} onChange={setLocales} data={written.map((locale) => ({ value: locale.id, label: locale.label || localeName(locale.id) }))} clearable />
        )}
        <Checkbox label={t('publish.withReferences')} description={t('publish.withReferencesText')} checked={withReferences} onChange={(event) => setWithReferences(event.currentTarget.checked)} />
        <Why permission={draft.entry?.['@permissions']?.publish} />
        {error && <div className="login-error break" role="alert">{error}</div>}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button ref={button} loading={busy} disabled={draft.entry?.['@permissions']?.publish?.allowed === false} onClick={() => void publish()}>{problems.length > 0 ? t('publish.again') : t('action.publish')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
