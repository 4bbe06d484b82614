import type { AppModel, Field, Json, Properties } from '../api/model.ts'
import { storedName } from '../form/FormContext.tsx'
import { isNothing } from '../form/values.ts'

const localesFor = (app: AppModel, locale: string) => [locale, ...(app.locales.find((one) => one.id === locale)?.fallbacks ?? []), app.defaultLocale]

/** The language that a field's text comes from: another where this one has none. */
export function localeShown(app: AppModel, field: Field, values: Properties, locale: string): string {
  if (!field.i18n) return locale
  return localesFor(app, locale).find((one) => !isNothing(values[storedName(field, one, app.defaultLocale)])) ?? locale
}

/** The values of one language under their plain names, others' left out, missing translations as the fallback chain gives them: what can be said without the server. */
export function delivered(app: AppModel, values: Properties, locale: string): Properties {
  const object = (fields: Field[], source: Properties): Properties => {
    const result: Properties = {}
    for (const field of fields) {
      if (!field.property || field.confidential) continue
      const names = field.i18n ? localesFor(app, locale).map((one) => storedName(field, one, app.defaultLocale)) : [field.property]
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

/** The items of what is delivered as a list, or as nodes under numbered names. */
export function itemsOf(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return isNothing(value) ? [] : [value as Json]
  const names = value['@nodes']
  return Array.isArray(names) ? names.map((name) => value[String(name)] ?? null) : Object.values(value)
}

/** Without what the platform adds to identify a node. */
export const membersOf = (value: Properties): [string, Json][] => Object.entries(value).filter(([name, member]) => !name.startsWith('@') && !isNothing(member))
