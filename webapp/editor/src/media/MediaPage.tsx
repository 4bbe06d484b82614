import '../theme/list.css'
import '../theme/entry.css'
import '../theme/media.css'
import { ActionIcon, Button, SegmentedControl, Select, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconFolderPlus, IconLayoutGrid, IconList, IconSearch, IconTrash, IconUpload, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type DragEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { changeAssets, useAssetOptions, useFolders } from '../api/assets.ts'
import { useSelection } from '../list/useSelection.ts'
import { useCommands } from '../shell/commands.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { formatNumber } from '../theme/format.ts'
import { AssetGrid } from './AssetGrid.tsx'
import { BulkAssets } from './BulkAssets.tsx'
import { FacetList } from './FacetList.tsx'
import { FileChoice } from './FileChoice.tsx'
import { FolderTree, type FolderDeed } from './FolderTree.tsx'
import { folderName, mediaQuery, SORTS, type MediaSearch } from './mediaState.ts'
import { QuotaMeter } from './QuotaMeter.tsx'
import { uploads } from './uploads.ts'
import { useAssets } from './useAssets.ts'

const FolderDialog = lazy(() => import('./FolderDialog.tsx'))
const route = getRouteApi('/media')

/** The library: all files that content is made of, in their folders or narrowed by what is known of them. */
export function MediaPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const options = useAssetOptions()
  const folders = useFolders()
  const query = useMemo(() => mediaQuery(search), [search])
  const pages = useAssets(query)
  const selection = useSelection(JSON.stringify(query))
  const isWide = useMediaQuery('(min-width: 62em)', window.innerWidth >= 992)
  const [sideOpen, setSideOpen] = useState(false)
  const [deed, setDeed] = useState<FolderDeed | null>(null)
  const [over, setOver] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLButtonElement>(null)
  const mayUpload = options.data?.may.create.allowed ?? false
  const change = useCallback((next: MediaSearch) => void navigate({ to: '/media', search: next, replace: true }), [navigate])
  const open = useCallback((id: string) => void navigate({ to: '/media/$id', params: { id }, search }), [navigate, search])
  const upload = (files: File[], folder = search.trash ? undefined : search.folder) => { if (files.length > 0 && mayUpload) uploads.add(files, { folder }) }
  useEffect(() => { document.title = `${t('media.title')} · Nephele` }, [t])
  const group = t('media.title')
  useCommands([
    { id: 'upload', label: t('media.upload'), group, keys: 'n', run: () => picker.current?.click() },
    { id: 'search', label: t('media.search'), group, keys: '/', run: () => searchField.current?.focus() },
    { id: 'filters', label: t('media.side'), group, keys: 'f', run: () => setSideOpen(!sideOpen) },
    { id: 'new-folder', label: t('media.newFolder'), group, run: () => setDeed({ kind: 'create', path: search.folder ?? '/' }) },
    { id: 'view', label: t('media.toggleView'), group, keys: 'v', run: () => change({ ...search, view: search.view ? undefined : 'list' }) },
    { id: 'trash', label: t('media.trash'), group, run: () => change({ view: search.view, trash: search.trash ? undefined : true }) },
  ])
  const move = async (ids: string[], folder: string) => {
    try {
      const refused = (await changeAssets(ids, { folder })).filter((one) => one.error)
      if (refused[0]) tellFailure(new Error(refused[0].error))
      if (refused.length < ids.length) tellDone(t('media.moved', { count: ids.length - refused.length, folder }))
    } catch (failure) {
      tellFailure(failure)
    }
    for (const key of ['assets', 'asset-folders']) void client.invalidateQueries({ queryKey: [key] })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    upload([...event.dataTransfer.files])
  }
  const showSide = isWide || sideOpen
  const title = search.trash ? t('media.trash') : search.folder === '/' ? t('media.root') : search.folder ? folderName(search.folder) : t('media.title')
  return (
    <div className="list" data-over={over || undefined} onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); setOver(true) } }} onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) }} onDrop={onDrop}>
      <header className="list-head">
        <h1 className="clip">{title}</h1>
        <span className="quiet small nowrap" role="status">{pages.isPending ? t('state.loading') : t('media.count', { count: pages.total, formatted: formatNumber(pages.total) })}</span>
        <span className="grow" />
        {mayUpload && <FileChoice multiple label={t('media.upload')} buttonRef={picker} className="upload-button" leftSection={<IconUpload size={16} aria-hidden />} onFiles={(files) => upload(files)}><span className="only-wide">{t('media.upload')}</span></FileChoice>}
      </header>
      <Tools search={search} change={change} searchField={searchField} onDown={() => results.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus()} sideOpen={sideOpen} onSide={() => setSideOpen(!sideOpen)} isWide={isWide} />
      <div className="list-columns">
        {showSide && (
          <aside className="filters media-side" aria-label={t('media.side')}>
            {!isWide && <div className="row"><span className="grow" /><ActionIcon size={26} aria-label={t('action.close')} onClick={() => setSideOpen(false)}><IconX size={15} /></ActionIcon></div>}
            <div className="row filters-head">
              <h2 className="grow">{t('media.folders')}</h2>
              {mayUpload && <Tooltip label={t('media.newFolder')}><ActionIcon size={26} aria-label={t('media.newFolder')} onClick={() => setDeed({ kind: 'create', path: search.folder ?? '/' })}><IconFolderPlus size={16} /></ActionIcon></Tooltip>}
            </div>
            <button type="button" className="folder folder-all" aria-pressed={!search.folder && !search.trash} onClick={() => change({ ...search, folder: undefined, trash: undefined })}><IconLayoutGrid size={16} aria-hidden /><span className="grow">{t('media.all')}</span></button>
            <FolderTree folders={folders.data ?? []} chosen={search.trash ? undefined : search.folder} mayChange={mayUpload} onChoose={(folder) => change({ ...search, folder, trash: undefined })} onDeed={setDeed} onDropAssets={(ids, folder) => void move(ids, folder)} onDropFiles={upload} />
            <button type="button" className="folder folder-all" aria-pressed={search.trash ?? false} onClick={() => change({ view: search.view, trash: search.trash ? undefined : true })}><IconTrash size={16} aria-hidden /><span className="grow">{t('media.trash')}</span></button>
            <QuotaMeter />
            <div className="media-facets"><FacetList facets={pages.first?.facets} search={search} change={change} /></div>
          </aside>
        )}
        <div className="list-body" aria-busy={pages.isStale} ref={results}>
          {selection.ids.size > 0 && <BulkAssets selection={selection} pages={pages} inTrash={search.trash ?? false} folders={folders.data ?? []} />}
          {pages.error ? <FailureCard error={pages.error} retry={pages.refetch} />
            : !pages.isPending && pages.total === 0 ? <Nothing search={search} mayUpload={mayUpload} onClear={() => change({ view: search.view, folder: search.folder, trash: search.trash })} onUpload={() => picker.current?.click()} />
              : <AssetGrid pages={pages} selection={selection} search={search} onOpen={open} />}
        </div>
      </div>
      {over && mayUpload && <div className="drop-veil" aria-hidden><IconUpload size={34} /><span>{search.folder ? t('media.dropInto', { folder: search.folder }) : t('media.drop')}</span></div>}
      <Suspense fallback={null}>
        {deed && <FolderDialog deed={deed} folders={folders.data ?? []} onClose={() => setDeed(null)} onDone={(path) => change({ ...search, trash: undefined, folder: path ?? (search.folder === deed.path ? undefined : search.folder) })} />}
      </Suspense>
    </div>
  )
}

interface ToolsProps {
  search: MediaSearch
  change: (search: MediaSearch) => void
  searchField: RefObject<HTMLInputElement | null>
  /** From the search to what it found. */
  onDown: () => void
  sideOpen: boolean
  onSide: () => void
  isWide: boolean
}

function Tools({ search, change, searchField, onDown, sideOpen, onSide, isWide }: ToolsProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(search.q ?? '')
  useEffect(() => setText(search.q ?? ''), [search.q])
  const submit = useDebouncedCallback((q: string) => change({ ...search, q: q.trim() || undefined }), 220)
  const count = Object.values(search.filter ?? {}).flat().length
  return (
    <div className="list-tools">
      <TextInput ref={searchField} className="list-search" size="xs" leftSection={<IconSearch size={15} aria-hidden />} aria-label={t('media.search')} placeholder={t('media.search')} value={text}
        onChange={(event) => { setText(event.currentTarget.value); submit(event.currentTarget.value) }}
        onKeyDown={(event) => { if (event.key === 'ArrowDown') { event.preventDefault(); onDown() } }}
        rightSection={text && <ActionIcon size={22} aria-label={t('list.clearSearch')} onClick={() => { setText(''); change({ ...search, q: undefined }) }}><IconX size={14} /></ActionIcon>} />
      {!isWide && <Button variant={sideOpen ? 'light' : 'default'} leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />} className="side-button" aria-label={count > 0 ? `${t('media.side')}, ${count}` : t('media.side')} aria-expanded={sideOpen} onClick={onSide}><span className="only-wide">{t('media.side')}</span>{count > 0 && <span className="tab-count">{count}</span>}</Button>}
      <span className="grow" />
      <Select size="xs" aria-label={t('media.sort')} w={isWide ? 170 : 150} value={search.sort ?? SORTS[0]} allowDeselect={false} onChange={(sort) => change({ ...search, sort: sort === SORTS[0] ? undefined : (sort ?? undefined) })} data={SORTS.map((sort) => ({ value: sort, label: t(`media.sort.${sort}`) }))} />
      <SegmentedControl aria-label={t('list.view')} value={search.view ?? 'grid'} onChange={(view) => change({ ...search, view: view === 'list' ? 'list' : undefined })}
        data={[{ value: 'grid', label: <span className="row" title={t('media.view.grid')}><IconLayoutGrid size={16} aria-hidden /><span className="only-read">{t('media.view.grid')}</span></span> }, { value: 'list', label: <span className="row" title={t('media.view.list')}><IconList size={16} aria-hidden /><span className="only-read">{t('media.view.list')}</span></span> }]} />
    </div>
  )
}

function Nothing({ search, mayUpload, onClear, onUpload }: { search: MediaSearch; mayUpload: boolean; onClear: () => void; onUpload: () => void }) {
  const { t } = useTranslation()
  const isNarrowed = search.q !== undefined || search.filter !== undefined
  return (
    <div className="empty">
      <h2>{isNarrowed ? t('list.nothingFound') : search.trash ? t('media.trashEmpty') : search.folder ? t('media.folderEmpty') : t('media.nothingYet')}</h2>
      <p>{isNarrowed ? t('media.nothingFoundText') : search.trash ? t('media.trashEmptyText') : t('media.nothingYetText')}</p>
      {isNarrowed ? <Button variant="default" onClick={onClear}>{t('list.clear')}</Button> : !search.trash && mayUpload && <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={onUpload}>{t('media.upload')}</Button>}
    </div>
  )
}
