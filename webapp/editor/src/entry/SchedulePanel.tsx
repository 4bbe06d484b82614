import { Button, Checkbox, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconAlertCircle, IconBan, IconCircleCheck, IconClock } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../api/events.ts'
import { ApiError } from '../api/problem.ts'
import { cancelPlan, plan, scheduleOf, type ScheduledDeed } from '../api/schedule.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { Why } from '../shell/Why.tsx'
import { formatMoment, formatZoned, localeName, zoneOffset } from '../theme/format.ts'
import type { PanelProps } from './SidePanel.tsx'

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone
const OPEN = new Set(['waiting', 'firing'])

/** Tomorrow at nine, as a local time. */
function tomorrow(): string {
  const day = new Date(Date.now() + 86_400_000)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}T09:00`
}

/** Publishing and unpublishing at a time: what is planned, what came of it, and why where nothing did. */
export function SchedulePanel({ app, draft }: PanelProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const id = draft.entry?.['@id'] ?? ''
  const key = ['schedule', id]
  const found = useQuery({ queryKey: key, queryFn: () => scheduleOf(id), refetchInterval: (query) => (query.state.data?.deeds.some((deed) => OPEN.has(deed.state)) ? 20_000 : false) })
  useEffect(() => onEvent('notification', () => void client.invalidateQueries({ queryKey: ['schedule', id] })), [client, id])
  useEffect(() => onEvent('change', (data) => {
    if (data.id === id || data.entry === id) void client.invalidateQueries({ queryKey: ['schedule', id] })
  }), [client, id])
  const cancel = async (deed: ScheduledDeed) => {
    try {
      await cancelPlan(deed.id)
      tellDone(t('schedule.cancelled'))
    } catch (error) {
      tellFailure(error)
    }
    await client.invalidateQueries({ queryKey: key })
  }
  if (found.isError) return <FailureCard error={found.error} retry={() => void found.refetch()} />
  const { deeds = [], people = {} } = found.data ?? {}
  const open = deeds.filter((deed) => OPEN.has(deed.state))
  const over = deeds.filter((deed) => !OPEN.has(deed.state)).toReversed()
  const may = draft.entry?.['@permissions']?.publish
  return (
    <>
      <Why permission={may} />
      {may?.allowed !== false && <Planning {...{ app, draft }} onPlanned={() => void client.invalidateQueries({ queryKey: key })} />}
      <section className="stack" aria-labelledby="schedule-open">
        <h3 id="schedule-open">{t('schedule.planned')}</h3>
        {found.data && open.length === 0 && <p className="quiet small">{t('schedule.none')}</p>}
        <ul className="deeds">
          {open.map((deed) => (
            <li key={deed.id}>
              <IconClock size={17} aria-hidden />
              <Told deed={deed} people={people} />
              {may?.allowed !== false && <Button size="compact-sm" variant="default" aria-label={t('schedule.cancelNamed', { what: t(`schedule.${deed.action}`), at: formatZoned(deed.at, deed.zone) })} onClick={() => void cancel(deed)}>{t('schedule.cancel')}</Button>}
            </li>
          ))}
        </ul>
      </section>
      {over.length > 0 && (
        <section className="stack" aria-labelledby="schedule-over">
          <h3 id="schedule-over">{t('schedule.over')}</h3>
          <ul className="deeds">
            {over.map((deed) => (
              <li key={deed.id} data-state={deed.state}>
                {deed.state === 'done' ? <IconCircleCheck size={17} aria-hidden /> : deed.state === 'failed' ? <IconAlertCircle size={17} aria-hidden /> : <IconBan size={17} aria-hidden />}
                <Told deed={deed} people={people} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Told({ deed, people }: { deed: ScheduledDeed; people: Record<string, string> }) {
  const { t } = useTranslation()
  return (
    <div className="grow">
      <p><span className="strong">{t(`schedule.${deed.action}`)}</span> · {t(`schedule.state.${deed.state}`)}</p>
      <p className="small">{formatZoned(deed.at, deed.zone)} <span className="quiet">({deed.zone})</span></p>
      {deed.zone !== HERE && <p className="quiet tiny">{t('schedule.here', { at: formatMoment(deed.at) })}</p>}
      {deed.locales.length > 0 && <p className="small">{deed.locales.map(localeName).join(', ')}</p>}
      {deed.message && <p className="small break deed-reason">{deed.message}</p>}
      <p className="quiet tiny">{t('schedule.by', { name: people[deed.by] ?? deed.by })}</p>
    </div>
  )
}

function Planning({ app, draft, onPlanned }: Pick<PanelProps, 'app' | 'draft'> & { onPlanned: () => void }) {
  const { t } = useTranslation()
  const [action, setAction] = useState<ScheduledDeed['action']>('publish')
  const [at, setAt] = useState(tomorrow)
  const [zone, setZone] = useState(HERE)
  const [withReferences, setWithReferences] = useState(false)
  const [locales, setLocales] = useState<string[]>([])
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const zones = useMemo(() => [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((name) => ({ value: name, label: `${name} (${zoneOffset(name)})` })), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      if (draft.isUnsaved) await draft.saveNow()
      await plan(app.contentType ?? '', draft.entry?.['@id'] ?? '', { action, at, zone, withReferences, ...(action === 'publish' && locales.length > 0 ? { locales } : {}) })
      tellDone(t('schedule.done'))
      onPlanned()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
    setBusy(false)
  }
  return (
    <form className="stack planning" onSubmit={(event) => void submit(event)}>
      <SegmentedControl aria-label={t('schedule.what')} value={action} onChange={(next) => setAction(next as ScheduledDeed['action'])} data={[{ value: 'publish', label: t('schedule.publish') }, { value: 'unpublish', label: t('schedule.unpublish') }]} />
      <TextInput type="datetime-local" size="xs" label={t('schedule.at')} value={at} required withAsterisk={false} error={error} onChange={(event) => setAt(event.currentTarget.value)} />
      <Select size="xs" label={t('schedule.zone')} data={zones} value={zone} searchable allowDeselect={false} limit={60} onChange={(next) => setZone(next ?? HERE)} />
      {action === 'publish' && app.locales.length > 1 && <MultiSelect size="xs" label={t('publish.locales')} description={t('publish.localesText')} placeholder={locales.length === 0 ? t('publish.allLocales') : undefined} data={app.locales.map((one) => ({ value: one.id, label: one.label || localeName(one.id) }))} value={locales} onChange={setLocales} clearable />}
      {action === 'publish' && <Checkbox size="xs" label={t('publish.withReferences')} checked={withReferences} onChange={(event) => setWithReferences(event.currentTarget.checked)} />}
      <Button type="submit" loading={busy} disabled={!at} style={{ alignSelf: 'flex-end' }}>{t('schedule.plan')}</Button>
    </form>
  )
}
