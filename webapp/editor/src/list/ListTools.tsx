import { ActionIcon, Button, Checkbox, Popover, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconColumns3, IconFilter, IconLayoutGrid, IconList, IconListTree, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Column, View } from '../api/model.ts'
import type { ListSearch } from './listState.ts'
import { SavedViews } from './SavedViews.tsx'

interface Props {
  app: AppModel
  search: ListSearch
  view: View | undefined
  allColumns: Column[]
  shownColumns: Column[]
  searchField: RefObject<HTMLInputElement | null>
  filtersOpen: boolean
  onFilters: () => void
  change: (search: ListSearch) => void
}

const VIEW_ICONS = { list: IconList, tree: IconListTree, thumbnail: IconLayoutGrid }

export function ListTools({ app, search, view, allColumns, shownColumns, searchField, filtersOpen, onFilters, change }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(search.q ?? '')
  useEffect(() => setText(search.q ?? ''), [search.q])
  const submit = useDebouncedCallback((q: string) => change({ ...search, q: q.trim() || undefined }), 220)
  const count = Object.values(search.filter ?? {}).flat().length
  const views = app.browser?.views ?? []
  return (
    <div className="list-tools">
      <TextInput ref={searchField} className="list-search" size="xs" leftSection={<IconSearch size={15} aria-hidden />} aria-label={t('list.search')} placeholder={app.browser?.searchPlaceholder?.text ?? t('list.searchIn', { what: app.label.text })} value={text}
        onChange={(event) => { setText(event.currentTarget.value); submit(event.currentTarget.value) }}
        rightSection={text && <ActionIcon size={22} aria-label={t('list.clearSearch')} onClick={() => { setText(''); change({ ...search, q: undefined }) }}><IconX size={14} /></ActionIcon>} />
      <Button variant={filtersOpen ? 'light' : 'default'} leftSection={<IconFilter size={15} aria-hidden />} aria-expanded={filtersOpen} onClick={onFilters}>{t('list.filters')}{count > 0 && <span className="tab-count">{count}</span>}</Button>
      <span className="grow" />
      <SavedViews app={app} search={search} change={change} />
      <Popover position="bottom-end" trapFocus returnFocus>
        <Popover.Target><Tooltip label={t('list.columns')}><ActionIcon aria-label={t('list.columns')} variant="default" size={30}><IconColumns3 size={16} /></ActionIcon></Tooltip></Popover.Target>
        <Popover.Dropdown>
          <Checkbox.Group label={t('list.columns')} value={shownColumns.map((column) => column.name)} onChange={(columns) => change({ ...search, columns })}>
            <div className="stack" style={{ gap: '0.45rem', marginTop: '0.5rem' }}>
              {allColumns.map((column) => <Checkbox key={column.name} value={column.name} label={column.label.text} disabled={column.type === 'title'} />)}
            </div>
          </Checkbox.Group>
        </Popover.Dropdown>
      </Popover>
      {views.length > 1 && (
        <SegmentedControl aria-label={t('list.view')} value={view?.name ?? ''} onChange={(name) => change({ ...search, view: name })}
          data={views.map((one) => {
            const Icon = VIEW_ICONS[one.type]
            return { value: one.name, label: <span className="row" title={one.label.text}><Icon size={16} aria-hidden /><span className="only-read">{one.label.text}</span></span> }
          })} />
      )}
    </div>
  )
}
