import { useForm, useValue, fieldPath } from '../form/FormContext.tsx'
import type { ControlProps } from './controls.tsx'
import { FieldView } from './FieldView.tsx'

/** A choice, and the form that belongs to what is chosen. What other forms hold stays stored. */
export default function SwitchControl({ field, path, labelId }: ControlProps) {
  const form = useForm()
  const selector = field.selector
  const chosen = useValue(selector ? fieldPath(path, selector, form) : path)
  const shown = field.forms?.find((one) => one.name === chosen)
  return (
    <div className="composite" role="group" aria-labelledby={labelId}>
      {selector && <FieldView field={selector} parent={path} />}
      {shown?.fields.map((below) => <FieldView key={`${shown.name}-${below.name}`} field={below} parent={path} />)}
    </div>
  )
}
