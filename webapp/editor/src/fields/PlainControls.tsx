import { Checkbox, NumberInput, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { memo, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../form/validate.ts'
import type { ControlProps } from './controls.tsx'

/** One line, or as many as the text has when it may be long. */
export function TextControl({ field, value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value)
  const common = { id, describedBy, invalid, readOnly, placeholder: field.placeholder?.text }
  const change = (typed: string) => onChange(typed === '' ? undefined : typed)
  const rows = Number(field.attributes.rows ?? 1)
  const isLong = rows > 1 || (limits(field).maxLength ?? 0) > 200
  if (!isLong) return <Line {...common} text={text} onText={change} />
  return (
    <Textarea id={id} aria-describedby={describedBy} error={invalid} readOnly={readOnly} placeholder={common.placeholder} autosize minRows={Math.max(2, rows)} maxRows={14}
      value={text} onChange={(event) => change(event.currentTarget.value)} />
  )
}

interface LineProps {
  id: string
  describedBy?: string
  invalid: boolean
  readOnly: boolean
  placeholder?: string
}

/** The browser keeps what is typed, so that a key draws nothing; what comes from elsewhere, such as an undo, is put in. */
function Line({ text, onText, ...line }: LineProps & { text: string; onText: (typed: string) => void }) {
  const box = useRef<HTMLInputElement>(null)
  const latest = useRef(onText)
  latest.current = onText
  useLayoutEffect(() => {
    if (box.current && box.current.value !== text) box.current.value = text
  }, [text])
  const [first] = useState(text)
  const [type] = useState(() => (typed: string) => latest.current(typed))
  return <LineBox {...line} box={box} first={first} onText={type} />
}

const LineBox = memo(function LineBox({ id, describedBy, invalid, readOnly, placeholder, box, first, onText }: LineProps & { box: RefObject<HTMLInputElement | null>; first: string; onText: (typed: string) => void }) {
  return <TextInput ref={box} id={id} aria-describedby={describedBy} error={invalid} readOnly={readOnly} placeholder={placeholder} defaultValue={first} onChange={(event) => onText(event.currentTarget.value)} />
})

export function PasswordControl({ value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  return <PasswordInput id={id} aria-describedby={describedBy} error={invalid} readOnly={readOnly} autoComplete="new-password" value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.currentTarget.value || undefined)} />
}

export function FlagControl({ field, value, id, describedBy, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const label = typeof field.attributes.buttonLabel === 'string' ? field.attributes.buttonLabel : t('field.yes')
  return <Checkbox id={id} aria-describedby={describedBy} aria-labelledby={`${id}-label`} label={label} checked={value === true} disabled={readOnly} onChange={(event) => onChange(event.currentTarget.checked)} />
}

export function StaticControl({ field, value }: ControlProps) {
  return <p className="break">{String(field.attributes.value ?? value ?? '')}</p>
}

const partsOf = (language: string) => {
  const parts = new Intl.NumberFormat(language).formatToParts(1234567.8)
  return { group: parts.find((part) => part.type === 'group')?.value ?? ' ', decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.' }
}

/** Written as the reader's language writes numbers, stored as a number. */
export function NumberControl({ field, value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { i18n } = useTranslation()
  const { group, decimal } = partsOf(i18n.language)
  const unit = typeof field.attributes.unit === 'string' ? field.attributes.unit : undefined
  const isYear = /year/i.test(field.name)
  return (
    <NumberInput id={id} aria-describedby={describedBy} error={invalid} readOnly={readOnly} maw="16rem" hideControls
      thousandSeparator={isYear ? '' : group} decimalSeparator={decimal} allowDecimal={field.valueType !== 'integer'} inputMode={field.valueType === 'integer' ? 'numeric' : 'decimal'}
      value={typeof value === 'number' ? value : typeof value === 'string' ? value : ''} placeholder={field.placeholder?.text}
      onChange={(next) => onChange(next === '' ? undefined : typeof next === 'number' ? next : Number.isFinite(Number(next)) ? Number(next) : undefined)}
      rightSection={unit ? <span className="quiet tiny">{unit}</span> : undefined} rightSectionWidth={unit ? unit.length * 8 + 16 : undefined} />
  )
}
