import { Select } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Json } from '../api/model.ts'
import { FieldView } from '../fields/FieldView.tsx'
import { Draft } from '../form/draft.ts'
import { FormContext, storedName, useDraftVersion, type FormState } from '../form/FormContext.tsx'
import { NOTHING_KEPT } from '../form/localCopies.ts'
import { useOwnLocales } from '../shell/rights.ts'
import { localeName } from '../theme/format.ts'

/** One field and the value that all entries get; left empty, it is taken away. */
export function SetField({ app, onChange }: { app: AppModel; onChange: (fields: Record<string, Json> | null) => void }) {
  const { t } = useTranslation()
  const own = useOwnLocales(app.contentType)
  const fields = (app.detail?.fields ?? []).filter((field) => (own === null || field.i18n) && field.stored && !field.readOnly && !field.fields && field.type !== 'hiddenField')
  const locales = app.locales.filter((one) => own?.includes(one.id) ?? true)
  const [name, setName] = useState<string | null>(null)
  const [locale, setLocale] = useState(() => (locales.find((one) => one.id === app.defaultLocale) ?? locales[0])?.id ?? app.defaultLocale)
  const field = fields.find((one) => one.name === name)
  const draft = useMemo(() => new Draft(null, NOTHING_KEPT, `bulk/${name ?? ''}/${locale}`, null), [name, locale])
  useDraftVersion(draft)
  const form: FormState = useMemo(() => ({ draft, app, locale, readOnly: false, problems: [], prefix: 'bulk-' }), [draft, app, locale])
  const property = field && storedName(field, locale, app.defaultLocale)
  const value = property ? draft.values[property] : undefined
  useEffect(() => onChange(property ? { [property]: value ?? null } : null), [property, value, onChange])
  return (
    <div className="stack">
      <Select label={t('bulk.field')} searchable data={fields.map((one) => ({ value: one.name, label: one.label.text }))} value={name} onChange={setName} data-autofocus />
      {own !== null && <p className="quiet small">{t('bulk.ownLocales')}</p>}
      {field?.i18n && <Select label={t('bulk.locale')} searchable allowDeselect={false} data={locales.map((one) => ({ value: one.id, label: localeName(one.id) }))} value={locale} onChange={(chosen) => { if (chosen) setLocale(chosen) }} />}
      {field && <FormContext value={form}><FieldView key={field.name} field={field} parent={[]} /></FormContext>}
    </div>
  )
}
