import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertCircle, IconAt, IconCalendarCheck, IconChecklist, IconChecks, IconFileAlert, IconMessage, IconUserOff, IconUsersGroup, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { markAllRead, markRead, type Notification, type NotificationList as Notices } from '../api/notifications.ts'
import { useWorkflow } from '../api/workflow.ts'
import { tellFailure } from '../shell/tell.ts'
import { formatAgo, formatDay, formatZoned } from '../theme/format.ts'
import { panelOf } from './notices.ts'

const ICONS: Record<string, typeof IconAt> = { mention: IconAt, reply: IconMessage, task: IconChecklist, schedule: IconCalendarCheck, agreement: IconUsersGroup, consent: IconUserOff, file: IconFileAlert }
const SHOWN = 50

/** The latest of what one should know of. Opening one marks it as read. */
export default function NotificationList({ list, onClose }: { list: Notices | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['notifications'] })
  const open = (one: Notification) => {
    if (!one.read) void markRead(one.id).then(again, tellFailure)
    onClose()
    if (one.contentType === '@asset') return void navigate({ href: `/admin/media/jcr:${one.entry}` })
    void navigate({ to: '/entry/$type/$id', params: { type: one.contentType, id: one.entry }, search: { panel: panelOf(one.kind), comment: one.details?.comment } })
  }
  const all = list?.notifications ?? []
  const box = useRef<HTMLDivElement>(null)
  // It comes after the popover has looked for something to focus.
  useEffect(() => (box.current?.querySelector<HTMLElement>('.notice-line') ?? box.current?.querySelector<HTMLElement>('button:not(:disabled)'))?.focus(), [])
  return (
    <div ref={box}>
      <div className="panel-head">
        <h2>{t('notices.title')}</h2>
        <Tooltip label={t('notices.readAll')}>
          <ActionIcon aria-label={t('notices.readAll')} disabled={!list || list.unread === 0} onClick={() => void markAllRead().then(again, tellFailure)}><IconChecks size={17} /></ActionIcon>
        </Tooltip>
        <ActionIcon aria-label={t('action.close')} onClick={onClose}><IconX size={16} /></ActionIcon>
      </div>
      {all.length === 0 && <p className="quiet small" style={{ padding: '0.9rem' }}>{t('notices.none')}</p>}
      {list && all.length > 0 && (
        <ul className="notices">
          {all.slice(0, SHOWN).map((one) => <li key={one.id} data-unread={!one.read || undefined}><Notice one={one} list={list} onOpen={() => open(one)} /></li>)}
        </ul>
      )}
    </div>
  )
}

function Notice({ one, list, onOpen }: { one: Notification; list: Notices; onOpen: () => void }) {
  const { t } = useTranslation()
  const model = useWorkflow(one.kind === 'task' ? one.details?.workflow : undefined)
  const Icon = one.kind.endsWith('.failed') ? IconAlertCircle : (ICONS[one.kind.replace(/\..*/, '')] ?? IconMessage)
  const details = one.details ?? {}
  const values = {
    by: list.people[one.by ?? ''] ?? one.by ?? '',
    title: details.file ?? list.titles[one.entry] ?? t('entry.untitled'),
    stage: model.data?.stages.find((stage) => stage.name === details.stage)?.label.text ?? details.stage ?? '',
    due: formatDay(details.due),
    at: details.at && details.zone ? `${formatZoned(details.at, details.zone)} (${details.zone})` : '',
    organisation: list.titles[details.organisation ?? ''] ?? '',
    version: details.version ?? '',
    day: formatDay(details.day),
    signature: details.signature ?? '',
  }
  const line = lineOf(one.kind, values)
  return (
    <button type="button" className="notice-line" onClick={onOpen}>
      <Icon size={17} aria-hidden />
      <span className="grow">
        <span className="break">{line}</span>
        {one.text && <span className="quiet small notice-text">{one.text}</span>}
        <span className="quiet tiny">{formatAgo(one.at)}{!one.read && <span className="only-read">, {t('notices.new')}</span>}</span>
      </span>
    </button>
  )
}

type Values = {
  by: string
  title: string
  stage: string
  due: string
  at: string
  organisation: string
  version: string
  day: string
  signature: string
}

function lineOf(kind: string, values: Values): string {
  switch (kind) {
    case 'mention': return i18next.t('notice.mention', values)
    case 'reply': return i18next.t('notice.reply', values)
    case 'task': return values.due ? i18next.t('notice.task', values) : i18next.t('notice.task.undated', values)
    case 'schedule.publish.done': return i18next.t('notice.schedule.publish.done', values)
    case 'schedule.publish.failed': return i18next.t('notice.schedule.publish.failed', values)
    case 'schedule.unpublish.done': return i18next.t('notice.schedule.unpublish.done', values)
    case 'schedule.unpublish.failed': return i18next.t('notice.schedule.unpublish.failed', values)
    case 'agreement.asked': return i18next.t('notice.agreement.asked', values)
    case 'agreement.agreed': return i18next.t('notice.agreement.agreed', values)
    case 'agreement.withdrawn': return i18next.t('notice.agreement.withdrawn', values)
    case 'consent.ended': return i18next.t('notice.consent.ended', values)
    case 'file.consent.ended': return i18next.t('notice.file.consent.ended', values)
    case 'file.quarantine': return i18next.t('notice.file.quarantine', values)
    default: return values.title
  }
}
