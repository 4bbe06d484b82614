import '../theme/list.css'
import '../theme/entry.css'
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconTableImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOfFiles, useApp } from '../api/apps.ts'
import { onEvent } from '../api/events.ts'
import type { AppModel } from '../api/model.ts'
import { listLocale } from '../entry/titles.ts'
import { useCommands } from '../shell/commands.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { MayButton } from '../shell/MayButton.tsx'
import { MissingLabels } from '../shell/MissingLabels.tsx'
import { useMayImport, useRight } from '../shell/rights.ts'
import { formatNumber } from '../theme/format.ts'
import { BulkBar } from './BulkBar.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { Filters } from './Filters.tsx'
import { Grid } from './Grid.tsx'
import { LastJobBar } from './LastJobBar.tsx'
import { ListTools } from './ListTools.tsx'
import { listQuery, type ListSearch } from './listState.ts'
import { Thumbnails } from './Thumbnails.tsx'
import { Tree } from './Tree.tsx'
import { useEntries } from './useEntries.ts'
import { useSelection } from './useSelection.ts'

const route = getRouteApi('/apps/$app')
/** What is exported where all are marked is the list. */
const NONE = new Set<string>()

/** The entries of an app: searched, filtered and sorted on the server, however many there are. */
export function ListPage() {
  const { app: name } = route.useParams()
  const app = useApp(name)
  const { t } = useTranslation()
  if (app.isError) return <FailureCard isPage error={app.error} retry={() => void app.refetch()} />
  if (!app.data) return <p className="page quiet" role="status">{t('state.loading')}</p>
  if (isOfFiles(app.data)) return <Navigate to="/media" replace />
  return <List key={app.data.name} app={app.data} />
}

function List({ app }: { app: AppModel }) {
  const { t, i18n } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate()
  const searchField = useRef<HTMLInputElement>(null)
  const [filtersOpen, setFiltersOpen] = useState(() => window.innerWidth > 1500)
  const type = app.contentType ?? ''
  const views = useMemo(() => app.browser?.views ?? [], [app])
  const view = views.find((one) => one.name === search.view) ?? views.find((one) => one.type === 'list') ?? views[0]
  const columns = useMemo(() => {
    const all = view && view.columns.length > 0 ? view.columns : (views.find((one) => one.columns.length > 0)?.columns ?? [])
    // That an entry is a sample is said beside its title.
    return all.filter((column) => (search.columns ? column.type === 'title' || search.columns.includes(column.name) : column.name !== 'isSample'))
  }, [view, views, search.columns])
  const locale = listLocale(app, i18n.language)
  const query = useMemo(() => listQuery(app, search, columns, locale), [app, search, columns, locale])
  const pages = useEntries(type, query)
  const selection = useSelection(JSON.stringify(query))
  const change = useCallback((next: ListSearch) => void navigate({ to: '/apps/$app', params: { app: app.name }, search: next, replace: true }), [navigate, app.name])
  const open = useCallback((id: string) => void navigate({ to: '/apps/$app/$id', params: { app: app.name, id } }), [navigate, app.name])
  const add = () => void navigate({ to: '/apps/$app/$id', params: { app: app.name, id: 'new' } })
  useEffect(() => { document.title = `${app.label.text} · Nephele` }, [app])
  const group = app.label.text
  const creation = useRight('create', app.contentType)
  const mayImport = useMayImport(app.contentType)
  useCommands([
    ...(creation.allowed ? [{ id: 'new', label: t('list.new', { what: app.detail?.label.text ?? app.label.text }), group, keys: 'n', run: add }] : []),
    { id: 'search', label: t('list.search'), group, keys: '/', run: () => searchField.current?.focus() },
    { id: 'filters', label: t('list.filters'), group, keys: 'f', run: () => setFiltersOpen(!filtersOpen) },
    ...(mayImport ? [{ id: 'import', label: t('sheet.title'), group, keys: 'i', run: () => void navigate({ to: '/apps/$app/import', params: { app: app.name } }) }] : []),
    { id: 'clear', label: t('list.clear'), group, run: () => change({ view: search.view }) },
  ])
  useLiveList(type)
  const isFiltered = Boolean(search.q || search.filter)
  const browserPart = useMemo(() => ({ label: app.label, browser: app.browser }), [app])
  return (
    <div className="list" data-filters={filtersOpen || undefined}>
      <header className="list-head">
        <h1 className="clip">{app.label.text}</h1>
        <span className="quiet small nowrap" role="status">{pages.isPending ? t('state.loading') : t('list.count', { count: pages.total, formatted: formatNumber(pages.total) })}</span>
        <span className="grow" />
        {mayImport && (
          <Tooltip label={<>{t('sheet.title')} (I)</>}>
            <ActionIcon size={30} variant="default" aria-label={t('sheet.title')} renderRoot={(props) => <Link {...props} to="/apps/$app/import" params={{ app: app.name }} />}><IconTableImport size={16} /></ActionIcon>
          </Tooltip>
        )}
        <ExportMenu type={type} query={query} total={pages.total} marked={selection.all ? NONE : selection.ids} />
        {creation.allowed ? (
          <Tooltip label={<>{t('list.new', { what: app.detail?.label.text ?? '' })} (N)</>}>
            <Button leftSection={<IconPlus size={16} aria-hidden />} renderRoot={(props) => <Link {...props} to="/apps/$app/$id" params={{ app: app.name, id: 'new' }} />}>{t('action.new')}</Button>
          </Tooltip>
        ) : <MayButton permission={creation} leftSection={<IconPlus size={16} aria-hidden />}>{t('action.new')}</MayButton>}
      </header>
      <ListTools app={app} search={search} view={view} allColumns={view?.columns ?? []} shownColumns={columns} searchField={searchField} filtersOpen={filtersOpen} onFilters={() => setFiltersOpen(!filtersOpen)} change={change} />
      <MissingLabels model={browserPart} />
      <div className="list-columns">
        {filtersOpen && <Filters app={app} facets={pages.first?.facets} search={search} change={change} onClose={() => setFiltersOpen(false)} />}
        <div className="list-body" aria-busy={pages.isStale}>
          <LastJobBar app={app} />
          {selection.ids.size > 0 && <BulkBar app={app} selection={selection} pages={pages} query={query} />}
          {pages.error ? <FailureCard error={pages.error} retry={pages.refetch} />
            : !pages.isPending && pages.total === 0 ? <Nothing app={app} isFiltered={isFiltered} onClear={() => change({ view: search.view })} onAdd={creation.allowed ? add : undefined} />
              : view?.type === 'thumbnail' ? <Thumbnails app={app} locale={locale} pages={pages} onOpen={open} />
                : view?.type === 'tree' ? <Tree app={app} locale={locale} onOpen={open} />
                  : <Grid app={app} locale={locale} columns={columns} pages={pages} selection={selection} sort={search.sort} onSort={(sort) => change({ ...search, sort })} onOpen={open} />}
        </div>
      </div>
    </div>
  )
}

/** Brings in what others change while the list is open, at most once a second. */
function useLiveList(type: string) {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onEvent('change', (data) => {
      if (data.contentType !== type) return
      timer ??= setTimeout(() => {
        timer = undefined
        void client.invalidateQueries({ queryKey: ['entries', type] })
      }, 1_000)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [type, client])
}

function Nothing({ app, isFiltered, onClear, onAdd }: { app: AppModel; isFiltered: boolean; onClear: () => void; onAdd?: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="empty">
      <h2>{isFiltered ? t('list.nothingFound') : t('list.nothingYet', { what: app.label.text })}</h2>
      <p>{isFiltered ? t('list.nothingFoundText') : t('list.nothingYetText')}</p>
      {isFiltered ? <Button variant="default" onClick={onClear}>{t('list.clear')}</Button> : onAdd && <Button onClick={onAdd}>{t('list.new', { what: app.detail?.label.text ?? app.label.text })}</Button>}
    </div>
  )
}
