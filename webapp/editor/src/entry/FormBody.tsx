import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Field } from '../api/model.ts'
import { FormContext, type FormState } from '../form/FormContext.tsx'
import { titleField } from './titles.ts'
import { isTranscript } from '../fields/controls.tsx'
import { FieldView } from '../fields/FieldView.tsx'

const ROOT: string[] = []

/** The fields of one tab; with another locale beside, what is translated in two columns. */
export const FormBody = memo(function FormBody({ app, tab, form, beside }: { app: AppModel; tab: string; form: FormState; beside?: string }) {
  const { t } = useTranslation()
  const names = app.detail?.layout.tabs.find((one) => one.name === tab)?.fields ?? []
  const naming = titleField(app)?.name
  const ordered = naming && names.includes(naming) ? [naming, ...names.filter((name) => name !== naming)] : names
  const fields = ordered.flatMap((name) => app.detail?.fields.find((field) => field.name === name) ?? [])
  const source = app.locales.find((one) => one.id === beside && one.id !== form.locale)?.id
  const other = useMemo<FormState>(() => ({ ...form, locale: source ?? form.locale, prefix: 'beside-', readOnly: form.readOnly }), [form, source])
  if (!source) return <div className="fields" id="entry-fields">{groups(fields).map((group) => <FieldGroup key={`${group[0]?.name}-${form.locale}`} fields={group} locale={form.locale} />)}</div>
  const translated = fields.filter(isTranslated)
  return (
    <div className="fields beside" id="entry-fields">
      {translated.length === 0 && <p className="quiet">{t('entry.nothingTranslated')}</p>}
      {translated.map((field) => isTranscript(field)
        ? <FieldView key={`${field.name}-${form.locale}`} field={field} parent={ROOT} />
        : <div className="beside-pair" key={field.name}>
          <FormContext value={other}><FieldView key={other.locale} field={field} parent={ROOT} /></FormContext>
          <FieldView key={form.locale} field={field} parent={ROOT} />
        </div>)}
    </div>
  )
})

/** A key makes React look at each sibling of what it changes: in a long form at those of a group, and at the groups. */
const GROUP = 20

function groups(fields: Field[]): Field[][] {
  return Array.from({ length: Math.ceil(fields.length / GROUP) }, (_, at) => fields.slice(at * GROUP, (at + 1) * GROUP))
}

const FieldGroup = memo(function FieldGroup({ fields, locale }: { fields: Field[]; locale: string }) {
  return fields.map((field) => <FieldView key={`${field.name}-${locale}`} field={field} parent={ROOT} />)
})

function isTranslated(field: Field): boolean {
  return field.i18n || (field.fields ?? field.item?.fields ?? []).some(isTranslated)
}
