import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Json } from '../api/model.ts'
import { fieldId, useForm } from '../form/FormContext.tsx'
import { controlFor, type ControlProps } from './controls.tsx'
import { ItemBody } from './ItemBody.tsx'
import { summaryOf } from './summary.ts'

/** Several values in order. Each can be moved with its buttons or with Alt and the arrow keys. */
export default function MultiControl({ field, path, value, labelId, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const { prefix } = useForm()
  const items = Array.isArray(value) ? value : []
  const [told, setTold] = useState('')
  const adding = useRef<HTMLButtonElement>(null)
  const keys = useKeys(items.length)
  const item = field.item
  if (!item) return null
  const holdsFields = controlFor(item).inPlace === true
  const most = Number(field.attributes.maxItems ?? Infinity)
  const least = Number(field.attributes.minItems ?? 0)
  const itemAt = (at: number) => document.getElementById(`${fieldId(prefix, [...path, at])}-item`)
  const focusItem = (at: number) => setTimeout(() => {
    const [written, any] = ['input, textarea, [contenteditable="true"]', 'button'].map((what) => itemAt(at)?.querySelector<HTMLElement>(what))
    const control = written ?? any
    control?.focus()
  })
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    keys.splice(to, 0, ...keys.splice(from, 1))
    const within = document.activeElement instanceof HTMLElement && itemAt(from)?.contains(document.activeElement) ? document.activeElement : null
    onChange(next)
    setTold(t('multi.moved', { from: from + 1, to: to + 1 }))
    // So that one can go on moving it; at either end its button is of no more use.
    setTimeout(() => (within?.matches(':disabled') === false ? within.focus() : focusItem(to)))
  }
  const add = () => {
    onChange([...items, holdsFields ? {} : ''])
    focusItem(items.length)
  }
  const remove = (at: number) => {
    const next = items.filter((_, other) => other !== at)
    keys.splice(at, 1)
    onChange(next.length > 0 ? next : undefined)
    setTold(t('multi.removed', { at: at + 1 }))
    setTimeout(() => (itemAt(Math.min(at, next.length - 1))?.querySelector<HTMLElement>('[data-remove]') ?? adding.current)?.focus())
  }
  return (
    <div className="multi" role="group" aria-labelledby={labelId}>
      <span className="only-read" role="status">{told}</span>
      {items.length > 0 && (
        <ol>
          {items.map((one, at) => (
            <Item key={keys[at]} field={item} value={one} at={at} id={`${fieldId(prefix, [...path, at])}-item`} last={at === items.length - 1} holdsFields={holdsFields} readOnly={readOnly} removable={items.length > least && field.attributes.canRemoveItems !== false}
              onMove={(by) => move(at, at + by)} onRemove={() => remove(at)}>
              <ItemBody field={item} path={[...path, at]} label={`${field.label.text} ${at + 1}`} readOnly={readOnly} />
            </Item>
          ))}
        </ol>
      )}
      {!readOnly && items.length < most && (
        <Button ref={adding} variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {typeof field.attributes.buttonSelectAddLabel === 'string' ? field.attributes.buttonSelectAddLabel : t('multi.add', { what: field.label.text })}
        </Button>
      )}
    </div>
  )
}

/** Tells items apart while they change places: what is open, and where the cursor is, goes with its item. */
function useKeys(count: number): number[] {
  const [keys] = useState<number[]>([])
  const [serial] = useState({ next: 0 })
  while (keys.length < count) {
    keys.push(serial.next)
    serial.next += 1
  }
  keys.length = count
  return keys
}

interface ItemProps {
  field: Field
  value: Json
  at: number
  id: string
  last: boolean
  holdsFields: boolean
  readOnly: boolean
  removable: boolean
  onMove: (by: number) => void
  onRemove: () => void
  children: React.ReactNode
}

function Item({ field, value, at, id, last, holdsFields, readOnly, removable, onMove, onRemove, children }: ItemProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(() => typeof value !== 'object' || value === null || Object.keys(value).length === 0)
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || readOnly) return
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const tools = !readOnly && (
    <span className="row multi-tools" style={{ gap: 0 }}>
      <ActionIcon size={26} aria-label={t('multi.up', { at: at + 1 })} disabled={at === 0} onClick={() => onMove(-1)}><IconArrowUp size={15} /></ActionIcon>
      <ActionIcon size={26} aria-label={t('multi.down', { at: at + 1 })} disabled={last} onClick={() => onMove(1)}><IconArrowDown size={15} /></ActionIcon>
      {removable && <ActionIcon size={26} data-remove aria-label={t('multi.remove', { at: at + 1 })} onClick={onRemove}><IconTrash size={15} /></ActionIcon>}
    </span>
  )
  if (!holdsFields) return <li id={id} className="multi-line" onKeyDown={onKey}><div className="grow">{children}</div>{tools}</li>
  return (
    <li id={id} className="multi-card" onKeyDown={onKey}>
      <div className="multi-head">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          <span className="strong">{at + 1}</span>
          <span className="clip quiet">{summaryOf(field, value) || t('multi.empty')}</span>
        </button>
        {tools}
      </div>
      {open && <div className="multi-body">{children}</div>}
    </li>
  )
}
