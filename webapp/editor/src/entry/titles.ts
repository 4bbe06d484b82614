import type { AppModel, Entry, Field, Properties } from '../api/model.ts'
import { storedName } from '../form/FormContext.tsx'

/** The field that names an entry: the title column of its list, else the first text. */
export function titleField(app: AppModel): Field | undefined {
  const column = app.browser?.views.flatMap((view) => view.columns).find((one) => one.type === 'title')
  const fields = app.detail?.fields ?? []
  return fields.find((field) => field.property === column?.property) ?? fields.find((field) => field.valueType === 'string' && !field.multiple && !field.datasource)
}

/** The locale that lists show their entries in: that of the interface where the site has it. */
export const listLocale = (app: AppModel, language: string) => (app.locales.some((one) => one.id === language) ? language : app.defaultLocale)

export function titleOf(app: AppModel, properties: Properties, locale: string): string {
  const field = titleField(app)
  if (!field) return ''
  const names = [locale, ...(app.locales.find((one) => one.id === locale)?.fallbacks ?? []), app.defaultLocale, ...app.locales.map((one) => one.id)].map((one) => storedName(field, one, app.defaultLocale))
  for (const name of names) {
    const value = properties[name]
    if (typeof value === 'string' && value) return value
  }
  return ''
}

export const entryTitle = (app: AppModel, entry: Entry, locale: string) => titleOf(app, entry.properties, locale) || entry['@name']
