import type { AppModel } from '../api/model.ts'
import type { MappedColumn, Mapping, Sheet, Target, Template } from '../api/sheets.ts'

const NUMBERS = ['long', 'double', 'decimal']

export const isNumber = (target: Target | undefined) => target !== undefined && NUMBERS.includes(target.type)
export const isParted = (target: Target | undefined) => target !== undefined && target.multiple && !target.type.startsWith('nested:')

export function suggestedMapping(sheet: Sheet): Mapping {
  return { columns: sheet.columns.map((column) => column.suggestion), clearEmpty: false, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** The mapping with what a template says of the columns that the sheet has. */
export function withTemplate(sheet: Sheet, mapping: Mapping, template: Mapping): Mapping {
  const known = new Map(template.columns.map((column) => [column.column, column]))
  return { ...mapping, clearEmpty: template.clearEmpty ?? false, columns: sheet.columns.map(({ name, suggestion }) => known.get(name) ?? { ...suggestion, target: undefined }) }
}

/** The one that was kept for sheets with just these columns. */
export function fittingTemplate(sheet: Sheet, templates: Template[]): Template | undefined {
  const names = sheet.columns.map((column) => column.name).toSorted().join('\n')
  return templates.find(({ template }) => template.mapping.columns.map((column) => column.column).toSorted().join('\n') === names)
}

export function changed(mapping: Mapping, column: string, change: Partial<MappedColumn>): Mapping {
  return { ...mapping, columns: mapping.columns.map((one) => (one.column === column ? { ...one, ...change } : one)) }
}

export interface TargetLabels {
  of: (target: Target) => string
}

/** What targets are called: the labels of fields and locales, and the way within what is nested. */
export function targetLabels(app: AppModel, identities: Record<string, string>): TargetLabels {
  const fields = new Map((app.detail?.fields ?? []).map((field) => [field.property ?? field.name, field.label.text]))
  const locales = new Map(app.locales.map((locale) => [locale.id, locale.label]))
  return {
    of: ({ target, property, locale }) => {
      if (property === undefined) return identities[target] ?? target
      const way = target.replace(/@.*$/, '').slice(property.length).replace(/^(\[\d+])?\.?/, '$1 ').trim().replaceAll('.', ' › ')
      return [[fields.get(property) ?? property, way].filter(Boolean).join(' › '), locale && (locales.get(locale) ?? locale)].filter(Boolean).join(' · ')
    },
  }
}
