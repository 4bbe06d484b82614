import '../theme/list.css'
import '../theme/entry.css'
import '../theme/sheet.css'
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOfFiles, useApp } from '../api/apps.ts'
import type { AppModel } from '../api/model.ts'
import type { Mapping, Sheet } from '../api/sheets.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ColumnStep } from './ColumnStep.tsx'
import { FileStep } from './FileStep.tsx'
import { suggestedMapping } from './mapping.ts'

const route = getRouteApi('/apps/$app/import')
const STEPS = ['file', 'columns', 'check'] as const
type Step = (typeof STEPS)[number]

/** A spreadsheet becomes entries in three steps: the file, its columns, and a check of every row before anything is stored. */
export function ImportPage() {
  const { app: name } = route.useParams()
  const app = useApp(name)
  const { t } = useTranslation()
  if (app.isError) return <FailureCard isPage error={app.error} retry={() => void app.refetch()} />
  if (!app.data) return <p className="page quiet" role="status">{t('state.loading')}</p>
  if (isOfFiles(app.data)) return <Navigate to="/media" replace />
  return <Wizard key={app.data.name} app={app.data} />
}

function Wizard({ app }: { app: AppModel }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('file')
  const [file, setFile] = useState<File | null>(null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => { document.title = `${t('sheet.title')} · ${app.label.text} · Nephele` }, [app, t])
  useEffect(() => {
    // Who works by keyboard or ear is taken along to the next step.
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  const brought = (next: Sheet, from: File) => {
    setFile(from)
    setSheet(next)
    setMapping(suggestedMapping(next))
  }
  return (
    <div className="page sheet-page">
      <div className="page-head">
        <Button variant="subtle" leftSection={<IconArrowLeft size={15} aria-hidden />} renderRoot={(props) => <Link {...props} to="/apps/$app" params={{ app: app.name }} />}>{app.label.text}</Button>
        <h1>{t('sheet.title')}</h1>
      </div>
      <ol className="steps" aria-label={t('sheet.steps')}>
        {STEPS.map((one, at) => <li key={one} aria-current={one === step ? 'step' : undefined} data-done={STEPS.indexOf(step) > at || undefined}><span aria-hidden>{at + 1}</span>{t(`sheet.step.${one}`)}</li>)}
      </ol>
      <h2 ref={heading} tabIndex={-1} className="sheet-heading">{t(`sheet.step.${step}`)}</h2>
      {step === 'file' && <FileStep app={app} sheet={sheet} file={file} onSheet={brought} onNext={() => setStep('columns')} />}
      {step === 'columns' && sheet && mapping && <ColumnStep app={app} sheet={sheet} mapping={mapping} onMapping={setMapping} onBack={() => setStep('file')} onNext={() => setStep('check')} />}
      {step === 'check' && sheet && mapping && <CheckStep app={app} sheet={sheet} mapping={mapping} onBack={() => setStep('columns')} onAgain={() => { setSheet(null); setStep('file') }} />}
    </div>
  )
}
