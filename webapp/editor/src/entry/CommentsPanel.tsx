import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import { IconCheck, IconLink, IconRotate, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removeComment, resolveThread, say, type Comment } from '../api/comments.ts'
import type { AppModel } from '../api/model.ts'
import { storedName } from '../form/FormContext.tsx'
import { FailureCard } from '../shell/Failure.tsx'
import { useMe } from '../shell/Login.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { Why } from '../shell/Why.tsx'
import { formatAgo, formatMoment, localeName } from '../theme/format.ts'
import { threadsOf, useComments, type Thread } from './comments.ts'
import { MentionText } from './MentionText.tsx'
import { placeOf } from './places.ts'
import { initials } from './Presence.tsx'
import type { PanelProps } from './SidePanel.tsx'

type Shown = 'open' | 'resolved'

/** Stands for no field in particular. */
const WHOLE = '@entry'

/** What people say of the entry and of its fields. */
export function CommentsPanel({ app, draft, locale, onJump, field, comment }: PanelProps & { field?: string; comment?: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id'] ?? ''
  const found = useComments(type, id)
  const [shown, setShown] = useState<Shown>('open')
  const [text, setText] = useState('')
  const [about, setAbout] = useState(field ?? WHOLE)
  useEffect(() => { setAbout(field ?? WHOLE) }, [field])
  const threads = threadsOf(found.data?.comments ?? [])
  const linked = threads.find((thread) => thread.first.id === comment)
  const looked = useRef('')
  useEffect(() => {
    if (!linked || looked.current === linked.first.id) return
    looked.current = linked.first.id
    setShown(linked.resolved ? 'resolved' : 'open')
  }, [linked])
  const may = draft.entry?.['@permissions']?.comment
  const deed = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await client.invalidateQueries({ queryKey: ['comments', type, id] })
      return true
    } catch (error) {
      tellFailure(error)
      return false
    }
  }
  const send = async () => {
    if (text.trim() && (await deed(() => say(type, id, { text: text.trim(), field: about === WHOLE ? undefined : about })))) {
      setText('')
      setShown('open')
    }
  }
  if (found.isError) return <FailureCard error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <p className="quiet">{t('state.loading')}</p>
  const visible = threads.filter((thread) => thread.resolved === (shown === 'resolved'))
  const people = found.data.people
  return (
    <>
      <Why permission={may} />
      {may?.allowed !== false && (
        <div className="stack comment-new">
          <Select size="xs" label={t('comments.about')} data={fieldChoices(app, locale, about, t('comments.whole'))} value={about} allowDeselect={false} searchable onChange={(next) => setAbout(next ?? WHOLE)} />
          <MentionText key={`new-${field}`} type={type} id={id} label={t('comments.new')} value={text} onChange={setText} onSend={() => void send()} autoFocus={!comment} />
          <Button style={{ alignSelf: 'flex-end' }} disabled={!text.trim()} onClick={() => void send()}>{t('comments.send')}</Button>
        </div>
      )}
      <SegmentedControl aria-label={t('comments.shown')} value={shown} onChange={(next) => setShown(next as Shown)} data={[
        { value: 'open', label: t('comments.open', { count: threads.filter((thread) => !thread.resolved).length }) },
        { value: 'resolved', label: t('comments.resolved', { count: threads.filter((thread) => thread.resolved).length }) },
      ]} />
      {visible.length === 0 && <p className="quiet">{shown === 'open' ? t('comments.none') : t('comments.noneResolved')}</p>}
      {visible.map((thread) => (
        <ThreadView key={thread.first.id} {...{ app, type, id, thread, people, onJump, deed }} mayComment={may?.allowed !== false} linked={thread.first.id === comment} />
      ))}
    </>
  )
}

/** Whole entry, then the fields in the locale on the screen; a nested one only when it is asked for. */
function fieldChoices(app: AppModel, locale: string, asked: string, whole: string) {
  const choices = [{ value: WHOLE, label: whole }]
  for (const one of app.detail?.fields ?? []) {
    if (one.stored) choices.push({ value: storedName(one, locale, app.defaultLocale), label: one.i18n ? `${one.label.text} (${localeName(locale)})` : one.label.text })
  }
  if (asked && !choices.some((choice) => choice.value === asked)) choices.push({ value: asked, label: fieldLabel(app, asked) })
  return choices
}

function fieldLabel(app: AppModel, field: string): string {
  const place = placeOf(app, field)
  return place.locale === app.defaultLocale ? place.label : `${place.label} (${localeName(place.locale)})`
}

interface ThreadProps {
  app: AppModel
  type: string
  id: string
  thread: Thread
  people: Record<string, string>
  mayComment: boolean
  linked: boolean
  onJump: (field: string) => void
  deed: (work: () => Promise<unknown>) => Promise<boolean>
}

function ThreadView({ app, type, id, thread, people, mayComment, linked, onJump, deed }: ThreadProps) {
  const { t } = useTranslation()
  const [answering, setAnswering] = useState(false)
  const [text, setText] = useState('')
  const box = useRef<HTMLElement>(null)
  const { first, answers, resolved } = thread
  useEffect(() => {
    if (!linked) return
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus()
  }, [linked])
  const about = first.field ? fieldLabel(app, first.field) : t('comments.whole')
  const answer = async () => {
    if (text.trim() && (await deed(() => say(type, id, { text: text.trim(), thread: first.id })))) {
      setText('')
      setAnswering(false)
    }
  }
  const link = `${location.origin}/admin/entry/${type}/${id}?panel=comments&comment=${first.id}`
  return (
    <article className="thread" data-linked={linked || undefined} tabIndex={-1} ref={box} aria-label={t('comments.thread', { field: about, name: people[first.author] ?? first.author })}>
      <div className="row thread-head">
        {first.field
          ? <button type="button" className="link grow clip" onClick={() => onJump((first.field ?? '').replaceAll('/', '.'))}>{about}</button>
          : <span className="grow clip quiet">{about}</span>}
        <ActionIcon size={26} aria-label={t('comments.copy')} onClick={() => void navigator.clipboard.writeText(link).then(() => tellDone(t('action.copied')))}><IconLink size={15} /></ActionIcon>
        {mayComment && (
          <ActionIcon size={26} aria-label={resolved ? t('comments.reopen') : t('comments.resolve')} onClick={() => void deed(() => resolveThread(type, id, first.id, !resolved))}>
            {resolved ? <IconRotate size={15} /> : <IconCheck size={16} />}
          </ActionIcon>
        )}
      </div>
      {[first, ...answers].map((comment) => <Said key={comment.id} comment={comment} people={people} isLast={answers.length === 0} onRemove={() => void deed(() => removeComment(type, id, comment.id))} />)}
      {resolved && <p className="quiet tiny">{t('comments.resolvedBy', { name: people[first.resolvedBy ?? ''] ?? first.resolvedBy, when: formatAgo(first.resolvedAt) })}</p>}
      {mayComment && !answering && <Button size="compact-sm" variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => setAnswering(true)}>{t('comments.answer')}</Button>}
      {answering && (
        <div className="stack">
          <MentionText type={type} id={id} label={t('comments.yourAnswer')} value={text} onChange={setText} onSend={() => void answer()} onCancel={() => setAnswering(false)} autoFocus />
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button variant="default" onClick={() => setAnswering(false)}>{t('action.cancel')}</Button>
            <Button disabled={!text.trim()} onClick={() => void answer()}>{t('comments.send')}</Button>
          </div>
        </div>
      )}
    </article>
  )
}

function Said({ comment, people, isLast, onRemove }: { comment: Comment; people: Record<string, string>; isLast: boolean; onRemove: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const name = people[comment.author] ?? comment.author
  const called = new Set(comment.mentions)
  return (
    <div className="said">
      <div className="row">
        <span className="presence" aria-hidden>{initials(name)}</span>
        <span className="strong clip">{name}</span>
        <span className="quiet tiny nowrap grow" title={formatMoment(comment.at)}>{formatAgo(comment.at)}</span>
        {comment.author === me.name && (comment.thread || isLast) && <ActionIcon size={26} aria-label={t('comments.remove')} onClick={onRemove}><IconTrash size={15} /></ActionIcon>}
      </div>
      <p className="said-text">{comment.text.split(/(@[A-Za-z0-9._@-]*[A-Za-z0-9])/).map((part, index) => (
        // The parts of one text never change places.
        // eslint-disable-next-line react/no-array-index-key
        called.has(part.slice(1)) && part.startsWith('@') ? <strong key={index}>@{people[part.slice(1)] ?? part.slice(1)}</strong> : part
      ))}</p>
    </div>
  )
}

