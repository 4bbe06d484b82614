import { Select } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Json } from '../api/model.ts'
import { FieldView } from '../fields/FieldView.tsx'
import { Draft } from '../form/draft.ts'
import { FormContext, useDraftVersion, type FormState } from '../form/FormContext.tsx'
import { NOTHING_KEPT } from '../form/localCopies.ts'

/** One field and the value that all entries get; left empty, it is taken away. */
export function SetField({ app, onChange }: { app: AppModel; onChange: (fields: Record<string, Json> | null) => void }) {
  const { t } = useTranslation()
  const fields = (app.detail?.fields ?? []).filter((field) => field.stored && !field.readOnly && !field.fields && field.type !== 'hiddenField')
  const [name, setName] = useState<string | null>(null)
  const field = fields.find((one) => one.name === name)
  const draft = useMemo(() => new Draft(null, NOTHING_KEPT, `bulk/${name ?? ''}`, null), [name])
  useDraftVersion(draft)
  const form: FormState = useMemo(() => ({ draft, app, locale: app.defaultLocale, readOnly: false, problems: [], prefix: 'bulk-' }), [draft, app])
  const property = field?.property
  const value = property ? draft.values[property] : undefined
  useEffect(() => onChange(property ? { [property]: value ?? null } : null), [property, value, onChange])
  return (
    <div className="stack">
      <Select label={t('bulk.field')} searchable data={fields.map((one) => ({ value: one.name, label: one.label.text }))} value={name} onChange={setName} data-autofocus />
      {field && <FormContext value={form}><FieldView key={field.name} field={field} parent={[]} /></FormContext>}
    </div>
  )
}
