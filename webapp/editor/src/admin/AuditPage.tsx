import '../theme/entry.css'
import '../theme/list.css'
import { Button, Select, TextInput } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { auditPage, KINDS, verifyAudit, type AuditEntry, type AuditFilter, type Kind } from '../api/audit.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { formatMoment, formatNumber } from '../theme/format.ts'

const route = getRouteApi('/audit')

/** Who did what and when; what is chosen stands in the address. */
export function AuditPage() {
  const { t } = useTranslation()
  const filter: AuditFilter = route.useSearch()
  const navigate = route.useNavigate()
  const moments = { ...filter, since: startOf(filter.since), until: startOf(dayAfter(filter.until)) }
  const pages = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => auditPage(moments, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  useEffect(() => { document.title = `${t('nav.audit')} · Nephele` }, [t])
  const change = (part: AuditFilter) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const entries = pages.data?.pages.flatMap((page) => page.results) ?? []
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <div className="page">
      <div className="page-head"><h1>{t('nav.audit')}</h1><Chain /></div>
      <div className="audit-filter" role="search" aria-label={t('audit.filter')}>
        <Choice label={t('audit.actor')} value={filter.actor} onChange={(actor) => change({ actor })} />
        <Select size="xs" label={t('audit.kind')} clearable searchable placeholder={t('audit.any')} data={KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))} value={filter.kind ?? null} onChange={(kind) => change({ kind: kind ?? undefined })} />
        <Choice label={t('audit.entry')} placeholder={t('audit.entryText')} value={filter.entry} onChange={(entry) => change({ entry })} />
        <TextInput size="xs" type="date" label={t('audit.since')} value={filter.since ?? ''} max={filter.until} onChange={(event) => change({ since: event.currentTarget.value || undefined })} />
        <TextInput size="xs" type="date" label={t('audit.until')} value={filter.until ?? ''} min={filter.since} onChange={(event) => change({ until: event.currentTarget.value || undefined })} />
        {isFiltered && <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>{t('list.clear')}</Button>}
      </div>
      {pages.isError && <FailureCard error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && entries.length === 0 && !pages.hasNextPage && <div className="empty panel"><h2>{t('list.nothingFound')}</h2></div>}
      {entries.length > 0 && (
        <div className="panel audit-table" role="region" aria-label={t('nav.audit')} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('audit.when')}</th><th scope="col">{t('audit.actor')}</th><th scope="col">{t('audit.kind')}</th><th scope="col">{t('audit.subject')}</th></tr></thead>
            <tbody>{entries.map((entry) => <Row key={entry.number} entry={entry} onActor={(actor) => change({ actor })} onEntry={(id) => change({ entry: id })} />)}</tbody>
          </table>
        </div>
      )}
      {pages.hasNextPage && <div className="audit-more"><Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('audit.more')}</Button></div>}
    </div>
  )
}

function Row({ entry, onActor, onEntry }: { entry: AuditEntry; onActor: (actor: string) => void; onEntry: (id: string) => void }) {
  const { t } = useTranslation()
  const known = (KINDS as readonly string[]).includes(entry.kind)
  const { id } = entry.details
  const more = Object.entries(entry.details).filter(([name]) => !['id', 'revision', 'nodeType'].includes(name)).map(([name, text]) => (name === 'origin' ? `${t('audit.origin')} ${text}` : `${name}: ${text}`)).join(', ')
  return (
    <tr>
      <td className="nowrap" title={`#${entry.number}`}>{formatMoment(entry.at)}</td>
      <td><button type="button" className="link" onClick={() => onActor(entry.actor)} title={t('audit.onlyActor', { name: entry.actor })}>{entry.actor}</button></td>
      <td>{known ? t(`audit.kind.${entry.kind as Kind}`) : entry.kind}</td>
      <td className="break">
        {id ? <button type="button" className="link" onClick={() => onEntry(id)} title={t('audit.onlyEntry')}>{entry.subject}</button> : entry.subject}
        {more && <span className="quiet tiny" style={{ display: 'block' }}>{more}</span>}
      </td>
    </tr>
  )
}

/** Whether each entry still fits the one before it. */
function Chain() {
  const { t } = useTranslation()
  const chain = useQuery({ queryKey: ['audit-chain'], queryFn: verifyAudit, staleTime: 60_000 })
  if (!chain.data) return <span className="quiet small" role="status">{chain.isFetching ? t('audit.verifying') : ''}</span>
  const Icon = chain.data.intact ? IconShieldCheck : IconShieldX
  return (
    <span className="chain" data-intact={chain.data.intact} role="status" title={chain.data.head}>
      <Icon size={17} aria-hidden />
      {chain.data.intact ? t('audit.intact', { count: chain.data.entries, formatted: formatNumber(chain.data.entries) }) : `${t('audit.broken')}: ${chain.data.complaint}`}
    </span>
  )
}

function Choice({ label, placeholder, value, onChange }: { label: string; placeholder?: string; value?: string; onChange: (value?: string) => void }) {
  const { t } = useTranslation()
  return (
    <form onSubmit={(event) => { event.preventDefault(); onChange(String(new FormData(event.currentTarget).get('value') ?? '').trim() || undefined) }}>
      <TextInput key={value ?? ''} size="xs" name="value" label={label} placeholder={placeholder ?? t('audit.any')} defaultValue={value ?? ''} onBlur={(event) => { const next = event.currentTarget.value.trim() || undefined; if (next !== value) onChange(next) }} />
    </form>
  )
}

/** The beginning of a day where the reader is. */
function startOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : new Date(`${day}T00:00`).toISOString()
}

function dayAfter(day: string | undefined): string | undefined {
  if (day === undefined) return undefined
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
