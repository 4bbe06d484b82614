import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Field, Json, Properties } from '../api/model.ts'
import { storedName, useDraftVersion } from '../form/FormContext.tsx'
import { isNothing } from '../form/values.ts'
import type { PanelProps } from './SidePanel.tsx'

/** What delivery will answer in this language once this is published, following each key. A line leads to its field. */
export function PreviewPanel({ app, draft, locale, onJump }: PanelProps) {
  const { t } = useTranslation()
  useDraftVersion(draft)
  const { values } = draft
  const json = useMemo(() => delivered(app, values, locale), [app, values, locale])
  const lines = Object.entries(json)
  return (
    <>
      <p className="quiet small">{t('preview.text')}</p>
      <div className="preview" role="region" aria-label={t('panel.preview')} tabIndex={0}>
        <span>{'{'}</span>
        {draft.entry && <Line name="@name" value={draft.entry['@name']} />}
        {draft.entry && <Line name="@path" value={draft.entry['@path']} />}
        {lines.map(([name, value]) => <Line key={name} name={name} value={value} onClick={() => onJump(name)} />)}
        <span>{'}'}</span>
      </div>
    </>
  )
}

function Line({ name, value, onClick }: { name: string; value: Json; onClick?: () => void }) {
  const text = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
  const key = <span className="preview-key">"{name}"</span>
  return <pre>{'  '}{onClick ? <button type="button" className="preview-link" onClick={onClick}>{key}</button> : key}: {text},</pre>
}

/** The values of one language under their plain names, others' left out, missing translations as the fallback chain gives them. */
export function delivered(app: AppModel, values: Properties, locale: string): Properties {
  const fallbacks = [...(app.locales.find((one) => one.id === locale)?.fallbacks ?? []), app.defaultLocale]
  const object = (fields: Field[], source: Properties): Properties => {
    const result: Properties = {}
    for (const field of fields) {
      if (!field.property || field.confidential) continue
      const names = field.i18n ? [locale, ...fallbacks].map((one) => storedName(field, one, app.defaultLocale)) : [field.property]
      const value = names.map((name) => source[name]).find((one) => !isNothing(one))
      if (value !== undefined) result[field.property] = nested(field, value)
    }
    return result
  }
  const nested = (field: Field, value: Json): Json => {
    if (field.item?.fields && Array.isArray(value)) return value.map((one) => object(field.item?.fields ?? [], (one ?? {}) as Properties))
    if (field.fields && typeof value === 'object' && value !== null && !Array.isArray(value)) return object(field.fields, value)
    return value
  }
  return object(app.detail?.fields ?? [], values)
}
