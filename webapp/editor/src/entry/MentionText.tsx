import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleOf, type Person } from '../api/comments.ts'
import { mentionAt } from './mentions.ts'
import { initials } from './Presence.tsx'

interface Props {
  type: string
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  onSend: () => void
  onCancel?: () => void
  autoFocus?: boolean
}

/** A text in which people are called by @name: after the @ those who may read the entry are offered. */
export function MentionText({ type, id, label, value, onChange, onSend, onCancel, autoFocus }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [mention, setMention] = useState<{ from: number; name: string } | null>(null)
  const [selected, setSelected] = useState(0)
  const found = useQuery({ queryKey: ['people', type, id, mention?.name], queryFn: ({ signal }) => peopleOf(type, id, mention?.name ?? '', signal), enabled: mention !== null, staleTime: 30_000 })
  const people = mention ? (found.data ?? []) : []
  const at = Math.min(selected, people.length - 1)
  const look = () => {
    const next = field.current ? mentionAt(field.current.value, field.current.selectionStart) : null
    if (next?.name !== mention?.name || next?.from !== mention?.from) {
      setMention(next)
      setSelected(0)
    }
  }
  const choose = (person: Person | undefined) => {
    if (!person || !mention) return
    const caret = field.current?.selectionStart ?? value.length
    const before = `${value.slice(0, mention.from)}@${person.name} `
    onChange(before + value.slice(caret).replace(/^ /, ''))
    setMention(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (people.length > 0 && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab'].includes(event.key) && !event.ctrlKey && !event.metaKey) {
      if (event.key === 'ArrowDown') setSelected((at + 1) % people.length)
      else if (event.key === 'ArrowUp') setSelected((at - 1 + people.length) % people.length)
      else choose(people[at])
      event.preventDefault()
    } else if (event.key === 'Escape' && mention) {
      setMention(null)
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Not the shortcut for publishing, which these keys are outside of a comment.
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      onCancel()
    }
  }
  return (
    <div className="mention">
      <Textarea ref={field} label={label} autosize minRows={2} maxRows={10} maxLength={10_000} value={value} autoFocus={autoFocus} data-autofocus={autoFocus || undefined} description={t('comments.hint')}
        onChange={(event) => { onChange(event.currentTarget.value); look() }} onKeyDown={onKey} onSelect={look} onBlur={() => setMention(null)}
        aria-autocomplete="list" aria-controls={people.length > 0 ? listId : undefined} aria-activedescendant={people.length > 0 ? `${listId}-${at}` : undefined} />
      {people.length > 0 && (
        <ul className="mention-list" id={listId} role="listbox" aria-label={t('comments.people')}>
          {people.map((person, index) => (
            <li key={person.name} id={`${listId}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); choose(person) }}>
              <span className="presence" aria-hidden>{initials(person.fullName || person.name)}</span>
              <span className="grow clip">{person.fullName || person.name}</span>
              <span className="quiet tiny">@{person.name}</span>
            </li>
          ))}
        </ul>
      )}
      <span className="only-read" role="status">{mention && found.data ? t('comments.found', { count: people.length }) : ''}</span>
    </div>
  )
}
