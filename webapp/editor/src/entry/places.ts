import type { AppModel, Field } from '../api/model.ts'
import { fieldId, pathOf, storedName } from '../form/FormContext.tsx'
import { complaint } from '../form/validate.ts'
import { isNothing, valueAt, type Path } from '../form/values.ts'
import type { Json, Properties } from '../api/model.ts'

export interface Place {
  tab?: string
  locale: string
  label: string
  path: Path
}

/** Where a stored property is in the form: its tab, its locale and what it is called. */
export function placeOf(app: AppModel, name: string): Place {
  const path = pathOf(name)
  const stored = String(path[0])
  for (const field of app.detail?.fields ?? []) {
    for (const locale of app.locales) {
      if (storedName(field, locale.id, app.defaultLocale) !== stored) continue
      const tab = app.detail?.layout.tabs.find((one) => one.fields.includes(field.name))
      return { tab: tab?.name, locale: field.i18n ? locale.id : app.defaultLocale, label: [field.label.text, ...labelsBelow(field, path.slice(1), app)].join(' › '), path }
    }
  }
  return { locale: app.defaultLocale, label: name, path }
}

function labelsBelow(field: Field, rest: Path, app: AppModel): string[] {
  const [step, ...more] = rest
  if (step === undefined) return []
  if (typeof step === 'number') return [String(step + 1), ...(field.item ? labelsBelow(field.item, more, app) : [])]
  const below = field.fields?.find((one) => app.locales.some((locale) => storedName(one, locale.id, app.defaultLocale) === step))
  return below ? [below.label.text, ...labelsBelow(below, more, app)] : [step]
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
      const control = document.getElementById(id) ?? frame.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], button')
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
