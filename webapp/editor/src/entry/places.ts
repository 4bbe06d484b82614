import type { AppModel, Field } from '../api/model.ts'
import { fieldId, pathOf, storedName } from '../form/FormContext.tsx'
import { complaint } from '../form/validate.ts'
import { isNothing, valueAt, type Path } from '../form/values.ts'
import type { Json, Properties } from '../api/model.ts'

export interface Place {
  tab?: string
  locale: string
  /** Whether it is said in each locale anew. */
  localized: boolean
  label: string
  path: Path
}

/** Where a stored value is in the form: its tab, its locale and what it is called. */
export function placeOf(app: AppModel, name: string): Place {
  const path = pathOf(name)
  for (const field of app.detail?.fields ?? []) {
    const found = reach(field, path, app)
    if (!found) continue
    const tab = app.detail?.layout.tabs.find((one) => one.fields.includes(field.name))
    return { tab: tab?.name, locale: found.locale ?? app.defaultLocale, localized: found.locale !== undefined, label: found.labels.join(' › '), path }
  }
  return { locale: app.defaultLocale, localized: false, label: name, path }
}

/** What one passes on the way to a value, and the locale it is in, if in one. */
interface Way {
  labels: string[]
  locale?: string
}

const fieldsBelow = (field: Field) => [...(field.selector ? [field.selector] : []), ...(field.fields ?? []), ...(field.forms ?? []).flatMap((form) => form.fields)]

function reach(field: Field, path: Path, app: AppModel): Way | undefined {
  const below = fieldsBelow(field)
  if (field.storage === 'same' && below.length > 0) {
    const found = firstOf(below, path, app)
    return found && { ...found, labels: [field.label.text, ...found.labels] }
  }
  const locale = app.locales.find((one) => storedName(field, one.id, app.defaultLocale) === path[0])
  if (!locale) return undefined
  const inside = wayInside(field, path.slice(1), app)
  return { labels: [field.label.text, ...inside.labels], locale: field.i18n ? locale.id : inside.locale }
}

function wayInside(field: Field, path: Path, app: AppModel): Way {
  const [step, ...rest] = path
  if (step === undefined) return { labels: [] }
  if (typeof step !== 'number') return firstOf(fieldsBelow(field), path, app) ?? { labels: [step] }
  const inside = field.item ? wayInside(field.item, rest, app) : { labels: [] }
  return { ...inside, labels: [String(step + 1), ...inside.labels] }
}

function firstOf(fields: Field[], path: Path, app: AppModel): Way | undefined {
  for (const field of fields) {
    const found = reach(field, path, app)
    if (found) return found
  }
  return undefined
}

/** Moves the focus to a field, opening what it is folded into. */
export function focusPath(path: Path, prefix = '') {
  for (let length = 1; length <= path.length; length += 1) {
    const part = path.slice(0, length)
    const item = document.getElementById(`${fieldId(prefix, part)}-item`)
    item?.querySelector<HTMLElement>(':scope > .multi-head > button[aria-expanded="false"]')?.click()
  }
  setTimeout(() => {
    for (let length = path.length; length > 0; length -= 1) {
      const id = fieldId(prefix, path.slice(0, length))
      const frame = document.getElementById(`${id}-field`) ?? document.getElementById(`${id}-item`)
      if (!frame) continue
      const control = document.getElementById(id) ?? [...frame.querySelectorAll<HTMLElement>('input, textarea, [contenteditable="true"], button')].find((one) => !one.closest('.field-head'))
      frame.scrollIntoView({ block: 'center' })
      control?.focus({ preventScroll: true })
      return
    }
  }, 30)
}

/** All complaints of the form's own rules, in the locale where required and wherever something is written. */
export function complaintsOf(app: AppModel, values: Properties): { field: string; message: string }[] {
  const found: { field: string; message: string }[] = []
  const visit = (fields: Field[], parent: Path, root: Json) => {
    for (const field of fields) {
      if (!field.stored) continue
      const locales = field.i18n ? app.locales.map((locale) => locale.id) : [app.defaultLocale]
      for (const locale of locales) {
        const path = field.storage === 'same' && field.fields ? parent : [...parent, storedName(field, locale, app.defaultLocale)]
        const value = valueAt(root, path)
        const needed = locale === app.defaultLocale
        if (isNothing(value) && !needed) continue
        const message = complaint(field, value)
        if (message) found.push({ field: written(path), message })
        if (field.fields && !isNothing(value)) visit(field.fields, path, root)
        if (field.item?.fields && Array.isArray(value)) value.forEach((_, at) => visit(field.item?.fields ?? [], [...path, at], root))
      }
    }
  }
  visit(app.detail?.fields ?? [], [], values)
  return found
}

function written(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
