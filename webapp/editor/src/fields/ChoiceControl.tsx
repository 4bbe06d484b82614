import { Checkbox, MultiSelect, Radio, Select, Group } from '@mantine/core'
import type { ControlProps } from './controls.tsx'

/** A choice among few fixed options. */
export function ChoiceControl({ field, value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const options = (field.datasource?.options ?? []).map((option) => ({ value: option.value, label: option.label.text }))
  const chosen = Array.isArray(value) ? value.map(String) : []
  const one = value === undefined || value === null ? null : String(value)
  const many = (next: string[]) => onChange(next.length > 0 ? next : undefined)
  if (field.type === 'checkBoxGroupField') {
    return (
      <Checkbox.Group value={chosen} onChange={many} aria-labelledby={labelId} aria-describedby={describedBy} readOnly={readOnly}>
        <Group gap="md">{options.map((option) => <Checkbox key={option.value} value={option.value} label={option.label} disabled={readOnly} />)}</Group>
      </Checkbox.Group>
    )
  }
  if (field.type === 'radioButtonGroupField') {
    return (
      <Radio.Group value={one} onChange={onChange} aria-labelledby={labelId} aria-describedby={describedBy} readOnly={readOnly}>
        <Group gap="md">{options.map((option) => <Radio key={option.value} value={option.value} label={option.label} disabled={readOnly} size="sm" />)}</Group>
      </Radio.Group>
    )
  }
  if (field.multiple) {
    return <MultiSelect id={id} aria-describedby={describedBy} error={invalid} readOnly={readOnly} searchable data={options} value={chosen} onChange={many} hidePickedOptions />
  }
  return <Select id={id} aria-describedby={describedBy} error={invalid} readOnly={readOnly} searchable={options.length > 8} clearable={!field.required} maw="30rem" data={options} value={one} onChange={(next) => onChange(next ?? undefined)} placeholder={field.placeholder?.text} />
}
