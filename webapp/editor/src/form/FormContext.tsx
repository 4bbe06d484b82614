import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { AppModel, Field, Json } from '../api/model.ts'
import type { Draft } from './draft.ts'
import { pathText, type Path } from './values.ts'

export interface Problem {
  /** As the server names it: a stored property, with the place inside it: `materials[0].title`. */
  field: string
  message: string
}

/** The form that a field is part of. */
export interface FormState {
  draft: Draft
  app: AppModel
  /** The content locale on the screen. */
  locale: string
  readOnly: boolean
  /** Which rule stands against changing a field, by its stored name. */
  denied?: Record<string, string>
  /** Of the last check for publication, or of a refused save. */
  problems: Problem[]
  /** Distinguishes two forms on one page: side-by-side locales. */
  prefix: string
  /** Tells others where one is. */
  onFocusField?: (path: string) => void
}

export const FormContext = createContext<FormState | null>(null)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field outside of a form')
  return form
}

export function useValue(path: Path): Json | undefined {
  const { draft } = useForm()
  const property = path[0]
  const watch = useCallback((listener: () => void) => (property === undefined ? draft.subscribe(listener) : draft.watch(String(property), listener)), [draft, property])
  return useSyncExternalStore(watch, () => draft.value(path))
}

export function useDraftVersion(draft: Draft): number {
  return useSyncExternalStore(draft.subscribe, draft.snapshot)
}

/** Renders anew when one of what is chosen of the draft has changed, not at every key. */
export function useDraftParts<T extends readonly unknown[]>(draft: Draft, choose: () => T): T {
  const last = useRef<T | null>(null)
  return useSyncExternalStore(draft.subscribe, () => {
    const next = choose()
    const before = last.current
    if (!before || next.some((part, at) => !Object.is(part, before[at]))) last.current = next
    return last.current ?? next
  })
}

/** The stored name of a field's value in a locale: `title`, `title_de`. */
export function storedName(field: Field, locale: string, defaultLocale: string): string {
  const property = field.property ?? field.name
  return field.i18n && locale !== defaultLocale ? `${property}_${locale.replaceAll('-', '_')}` : property
}

export function fieldPath(parent: Path, field: Field, form: Pick<FormState, 'locale' | 'app'>): Path {
  return [...parent, storedName(field, form.locale, form.app.defaultLocale)]
}

export const fieldId = (prefix: string, path: Path) => `${prefix}field-${pathText(path).replaceAll('.', '-')}`

/** The server's name of a place, as a path: `materials[0].title` is materials, 0, title. */
export function pathOf(name: string): Path {
  return name.split(/[.[\]/]+/).filter(Boolean).map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}
