import type { ControlProps } from './controls.tsx'
import { FieldView } from './FieldView.tsx'

/** Several fields as one: members of an object, or beside each other in the entry. */
export default function CompositeControl({ field, path, labelId, readOnly }: ControlProps) {
  const horizontal = field.layout === 'horizontal' || field.type === 'moneyField'
  return (
    <div className="composite" role="group" aria-labelledby={labelId} data-layout={horizontal ? 'horizontal' : 'stacked'} data-readonly={readOnly || undefined}>
      {(field.fields ?? []).map((below) => <FieldView key={below.name} field={below} parent={path} />)}
    </div>
  )
}
