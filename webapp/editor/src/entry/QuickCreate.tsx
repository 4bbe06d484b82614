import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../api/apps.ts'
import { draftServer } from '../api/entries.ts'
import type { AppModel } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import { Draft } from '../form/draft.ts'
import { FormContext, type FormState } from '../form/FormContext.tsx'
import { NOTHING_KEPT } from '../form/localCopies.ts'
import { FieldView } from '../fields/FieldView.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { initialValues } from './openDrafts.ts'
import { titleField } from './titles.ts'

interface Props {
  app: string
  title: string
  onClose: () => void
  onCreated: (id: string) => void
}

/** Makes an entry without leaving the one being edited: its name and what it cannot be published without. */
export default function QuickCreate({ app: name, title, onClose, onCreated }: Props) {
  const app = useApp(name)
  if (!app.data) return null
  return <Form app={app.data} title={title} onClose={onClose} onCreated={onCreated} />
}

function Form({ app, title, onClose, onCreated }: Omit<Props, 'app'> & { app: AppModel }) {
  const { t } = useTranslation()
  const naming = titleField(app)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const draft = useMemo(() => new Draft(null, NOTHING_KEPT, `quick/${app.name}/new`, null,
    { ...initialValues(app.detail?.fields ?? []), ...(naming?.property && title ? { [naming.property]: title } : {}) }), [app, naming, title])
  useEffect(() => () => draft.close(), [draft])
  const form: FormState = useMemo(() => ({ draft, app, locale: app.defaultLocale, readOnly: false, problems: [], prefix: 'quick-' }), [draft, app])
  const fields = (app.detail?.fields ?? []).filter((field) => field === naming || (field.required && field.stored))
  const create = async () => {
    setBusy(true)
    try {
      const made = await draftServer(app.contentType ?? '').create(draft.values)
      onCreated(made.id)
    } catch (failure) {
      setBusy(false)
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t('quick.title', { what: app.detail?.label.text ?? app.label.text })}>
      <FormContext value={form}>
        <div className="fields">{fields.map((field) => <FieldView key={field.name} field={field} parent={[]} />)}</div>
      </FormContext>
      {error && <div className="login-error" role="alert">{error}</div>}
      <div className="row" style={{ justifyContent: 'flex-end', marginTop: '1rem' }}>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
        <Button loading={busy} onClick={() => void create()}>{t('quick.create')}</Button>
      </div>
    </Dialog>
  )
}
