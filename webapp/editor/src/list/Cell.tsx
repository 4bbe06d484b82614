import { useTranslation } from 'react-i18next'
import type { AppModel, Column, Entry, Json } from '../api/model.ts'
import { entryTitle } from '../entry/titles.ts'
import { storedName } from '../form/FormContext.tsx'
import { plainText } from '../form/validate.ts'
import { formatAgo, formatDay, formatNumber } from '../theme/format.ts'
import type { Labels } from './useLabels.ts'

/** One value of a list. */
export function Cell({ app, column, entry, labels, locale }: { app: AppModel; column: Column; entry: Entry; labels: Labels; locale: string }) {
  const { t } = useTranslation()
  switch (column.type) {
    case 'title': {
      const sample = entry.properties.isSample === true
      return <span className="row"><span className="strong clip">{(labels.get('', entry['@id']) ?? entryTitle(app, entry, locale))}</span>{sample && <span className="tag">{t('list.sample')}</span>}</span>
    }
    case 'status':
      return <span className="state" data-state={entry.state}>{t(`state.${entry.state}`)}</span>
    case 'path':
      return <span className="quiet clip mono">{entry['@path']}</span>
    case 'icon':
      return null
    default: {
      const property = column.property ?? column.name
      const field = app.detail?.fields.find((one) => one.property === property)
      const value = (entry as unknown as Record<string, Json>)[property] ?? (field && entry.properties[storedName(field, locale, app.defaultLocale)]) ?? entry.properties[property]
      return <span className="clip">{textOf(column, value, labels)}</span>
    }
  }
}

function textOf(column: Column, value: Json | undefined, labels: Labels): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((one) => textOf(column, one, labels)).join(', ')
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'number') return /year/i.test(column.name) ? String(value) : formatNumber(value)
  if (typeof value !== 'string') return ''
  if (column.valueType === 'day') return formatDay(value)
  if (column.type === 'date' || column.valueType === 'instant') return formatAgo(value)
  if (column.valueType === 'html') return plainText(value)
  return labels.get(column.property ?? column.name, value) ?? value
}
