import { Suspense } from 'react'
import type { Field } from '../api/model.ts'
import { fieldId, useForm, useValue } from '../form/FormContext.tsx'
import { sameField } from './FieldView.tsx'
import { complaint } from '../form/validate.ts'
import { isNothing, pathText, type Path } from '../form/values.ts'
import { controlFor } from './controls.tsx'

/** One value of several, whose label is its place. */
export function ItemBody({ field, path, label, readOnly }: { field: Field; path: Path; label: string; readOnly: boolean }) {
  const form = useForm()
  const value = useValue(path)
  const control = controlFor(field)
  const Body = control.component
  const id = fieldId(form.prefix, path)
  const told = form.problems.find((problem) => sameField(problem.field, pathText(path)))?.message
  const error = told ?? (control.inPlace || isNothing(value) ? null : complaint({ ...field, required: false }, value))
  return (
    <>
      {control.labelled === 'group' ? <span className="only-read" id={`${id}-label`}>{label}</span> : <label className="only-read" id={`${id}-label`} htmlFor={id}>{label}</label>}
      <Suspense fallback={<div className="field-waiting" />}>
        <Body field={field} path={path} value={value} id={id} labelId={`${id}-label`} describedBy={error ? `${id}-error` : undefined} invalid={Boolean(error)} readOnly={readOnly} onChange={(next) => form.draft.change(path, next ?? (control.inPlace ? {} : ''))} />
      </Suspense>
      {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
    </>
  )
}
