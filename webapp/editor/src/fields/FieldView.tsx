import { Tooltip } from '@mantine/core'
import { IconAlertCircle, IconLanguage, IconLock } from '@tabler/icons-react'
import { memo, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Json } from '../api/model.ts'
import { useSettings } from '../api/settings.ts'
import { fieldId, fieldPath, useForm, useValue } from '../form/FormContext.tsx'
import { complaint, lengthOf, limits } from '../form/validate.ts'
import { isNothing, pathText, type Path } from '../form/values.ts'
import { CommentMark } from '../entry/CommentMark.tsx'
import { Presence } from '../entry/Presence.tsx'
import { controlFor, type Control } from './controls.tsx'

/** One field with its label, help and complaint. Which control it has follows from its type. */
export const FieldView = memo(function FieldView({ field, parent }: { field: Field; parent: Path }) {
  const form = useForm()
  if (field.type === 'hiddenField') return null
  const control = controlFor(field)
  const path = control.inPlace && field.storage === 'same' ? parent : fieldPath(parent, field, form)
  return <Framed field={field} path={path} control={control} />
})

function Framed({ field, path, control }: { field: Field; path: Path; control: Control }) {
  const form = useForm()
  const { developer } = useSettings()
  const value = useValue(path)
  const [left, setLeft] = useState(false)
  const id = fieldId(form.prefix, path)
  const text = pathText(path)
  const told = form.problems.find((problem) => sameField(problem.field, text))?.message
  const own = left && !control.inPlace ? complaint(field, value) : null
  // An empty field is not wrong yet: only the check for publication complains of it.
  const error = told ?? (isNothing(value) ? null : own)
  const denied = form.denied?.[String(path[0])]
  const readOnly = form.readOnly || field.readOnly || !field.stored || denied !== undefined
  const Body = control.component
  const describedBy = [field.description && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field" id={`${id}-field`} data-kind={control.kind} data-error={error ? true : undefined} data-path={text}
      onFocus={() => form.onFocusField?.(text)}
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true) }}>
      <FieldHead field={field} path={path} id={id} labelled={control.labelled} denied={denied} />
      {field.description && <p className="field-help" id={`${id}-help`}>{field.description.text}</p>}
      {developer && field.label.missing && <p className="field-help mono">{field.label.keys?.join(' · ')}</p>}
      <Suspense fallback={<div className="field-waiting" />}>
        <Body field={field} path={path} value={value} id={id} labelId={`${id}-label`} describedBy={describedBy} invalid={Boolean(error)} readOnly={readOnly} onChange={(next: Json | undefined) => form.draft.change(path, next)} />
      </Suspense>
      {error && <p className="field-error" id={`${id}-error`}><IconAlertCircle size={14} aria-hidden />{error}</p>}
    </div>
  )
}

/** Stays as it is while somebody types: a key draws the control alone, and the counter. */
const FieldHead = memo(function FieldHead({ field, path, id, labelled, denied }: { field: Field; path: Path; id: string; labelled: Control['labelled']; denied?: string }) {
  const { t } = useTranslation()
  const { locale } = useForm()
  const text = pathText(path)
  return (
    <div className="field-head">
      {labelled === 'group'
        ? <span className="field-label" id={`${id}-label`}>{field.label.text}</span>
        : <label className="field-label" id={`${id}-label`} htmlFor={id}>{field.label.text}</label>}
      {field.required && <Tooltip label={t('field.required')}><span className="field-needed" aria-hidden>*</span></Tooltip>}
      {field.required && <span className="only-read">{t('field.required')}</span>}
      {field.i18n && <Tooltip label={t('field.localized')}><span className="field-mark"><IconLanguage size={13} aria-hidden />{locale}</span></Tooltip>}
      {field.confidential && <Tooltip label={t('field.confidential')}><span className="field-mark"><IconLock size={13} aria-hidden />{t('field.confidentialShort')}</span></Tooltip>}
      {denied && <Tooltip label={t('why.rule', { rule: denied })}><span className="field-mark"><IconLock size={13} aria-hidden /><span className="only-read">{t('why.rule', { rule: denied })}</span></span></Tooltip>}
      <Presence path={text} />
      {field.stored && <CommentMark path={text} label={field.label.text} />}
      <span className="grow" />
      <Counter field={field} path={path} />
    </div>
  )
}, (before, now) => before.field === now.field && before.id === now.id && before.labelled === now.labelled && before.denied === now.denied && pathText(before.path) === pathText(now.path))

export function sameField(name: string, path: string): boolean {
  return name.replaceAll(/\[(\d+)\]/g, '.$1').replaceAll('/', '.') === path
}

function Counter({ field, path }: { field: Field; path: Path }): ReactNode {
  const { minLength, maxLength } = limits(field)
  return minLength === undefined && maxLength === undefined ? null : <Count field={field} path={path} />
}

function Count({ field, path }: { field: Field; path: Path }): ReactNode {
  const { t } = useTranslation()
  const value = useValue(path)
  const { minLength, maxLength } = limits(field)
  if (typeof value !== 'string' && !isNothing(value)) return null
  const length = lengthOf(field, value)
  const off = (maxLength !== undefined && length > maxLength) || (minLength !== undefined && length > 0 && length < minLength)
  const range = minLength === undefined ? String(maxLength) : maxLength === undefined ? `≥ ${minLength}` : `${minLength}–${maxLength}`
  return (
    <span className="field-count" data-off={off || undefined} title={t('field.characters')}>
      <span className="only-read">{t('field.characters')} </span>{length} / {range}
    </span>
  )
}
