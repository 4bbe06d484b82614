import { Slider } from '@mantine/core'
import type { ControlProps } from './controls.tsx'

export default function SliderControl({ field, value, labelId, readOnly, onChange }: ControlProps) {
  const range = field.validators.find((validator) => validator.type === 'rangeValidator')?.parameters ?? {}
  const number = (wanted: unknown, otherwise: number) => (wanted === undefined || wanted === null ? otherwise : Number(wanted))
  const min = number(field.attributes.min ?? range.min, 0)
  return (
    <Slider aria-labelledby={labelId} disabled={readOnly} min={min} max={number(field.attributes.max ?? range.max, 100)} step={number(field.attributes.stepSize, 1)}
      maw="24rem" value={typeof value === 'number' ? value : min} onChange={onChange} labelAlwaysOn={false} />
  )
}
