import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../theme/format.ts'
import type { ControlProps } from './controls.tsx'

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** What people type, as it is stored: `1.10.2012` and `2012/10/1` are 2012-10-01, `10.2012` is the month, `2012` the year. */
export function readDay(text: string): string | null {
  const written = text.trim()
  if (DAY.test(written)) return written
  const numbers = written.split(/[^\d]+/).filter(Boolean)
  const year = numbers.find((part) => part.length === 4)
  if (!year || numbers.length > 3) return null
  const rest = numbers.filter((part) => part !== year)
  if (numbers[0] !== year) rest.reverse()
  const read = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-')
  return DAY.test(read) ? read : null
}

/** A day, month or year. Never an instant: it is the same day in every time zone. */
export function DayControl({ value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const stored = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const wrong = typed !== null && typed.trim() !== '' && readDay(typed) === null
  const change = (text: string) => {
    setTyped(text)
    if (text.trim() === '') onChange(undefined)
    const day = readDay(text)
    if (day) onChange(day)
  }
  return (
    <div className="row">
      <TextInput id={id} aria-describedby={describedBy} error={invalid || wrong} readOnly={readOnly} w="10.5rem" placeholder={t('field.dayForm')} value={typed ?? stored}
        onChange={(event) => change(event.currentTarget.value)} onBlur={() => { if (!wrong) setTyped(null) }}
        rightSection={!readOnly && <ActionIcon aria-label={t('field.openCalendar')} size={24} onClick={() => picker.current?.showPicker()}><IconCalendar size={15} /></ActionIcon>} />
      <input ref={picker} type="date" className="day-picker" tabIndex={-1} aria-hidden value={stored.length === 10 ? stored : ''} onChange={(event) => { setTyped(null); onChange(event.currentTarget.value || undefined) }} />
      <span className="quiet small">{wrong ? t('field.dayWrong') : stored ? formatDay(stored) : ''}</span>
    </div>
  )
}

/** A moment, in the zone of the person who edits, which is named. */
export function MomentControl({ value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className="row wrap">
      <TextInput id={id} type="datetime-local" aria-describedby={describedBy} error={invalid} readOnly={readOnly} w="14rem" value={localForm(value)}
        onChange={(event) => {
          const date = new Date(event.currentTarget.value)
          onChange(Number.isNaN(date.getTime()) ? undefined : date.toISOString())
        }} />
      <span className="quiet small">{zone}</span>
    </div>
  )
}

function localForm(value: unknown): string {
  if (typeof value !== 'string') return ''
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
