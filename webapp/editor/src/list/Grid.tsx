import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Column, Entry } from '../api/model.ts'
import { useSettings } from '../api/settings.ts'
import { entryTitle } from '../entry/titles.ts'
import { Cell } from './Cell.tsx'
import { useLabels } from './useLabels.ts'
import type { EntryPages } from './useEntries.ts'
import type { Selection } from './useSelection.ts'

interface Props {
  app: AppModel
  locale: string
  columns: Column[]
  pages: EntryPages
  selection: Selection
  sort?: string
  onSort: (sort: string | undefined) => void
  onOpen: (id: string) => void
}

const WIDTHS: Record<Column['type'], string> = { title: 'minmax(18rem, 3fr)', status: '9rem', date: '9.5rem', path: 'minmax(9rem, 2fr)', icon: '2rem', property: 'minmax(7rem, 1.2fr)' }

/** Rows as they come into view. One row has the focus: arrows move it, Space marks, Enter opens. */
export function Grid({ app, locale, columns, pages, selection, sort, onSort, onOpen }: Props) {
  const { t } = useTranslation()
  const { density } = useSettings()
  const scroll = useRef<HTMLDivElement>(null)
  const [chosen, setActive] = useState(0)
  // A search may leave fewer: one of them is reached by Tab all the same.
  const active = Math.min(chosen, Math.max(0, pages.reachable - 1))
  const [anchor, setAnchor] = useState(0)
  const height = density === 'compact' ? 34 : 42
  const virtual = useVirtualizer({ count: pages.reachable, getScrollElement: () => scroll.current, estimateSize: () => height, overscan: 14 })
  useEffect(() => virtual.measure(), [height, virtual])
  const items = virtual.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0
  useEffect(() => pages.show(from, to), [from, to, pages])
  const labels = useLabels(columns, pages.loaded)
  const template = `2.25rem ${columns.map((column) => WIDTHS[column.type]).join(' ')}`
  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(pages.reachable - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus())
    return next
  }
  const select = (first: number, last: number) => {
    const ids: string[] = []
    for (let index = Math.min(first, last); index <= Math.max(first, last); index += 1) {
      const entry = pages.row(index)
      if (entry) ids.push(entry['@id'])
    }
    selection.add(ids)
  }
  const mark = (index: number, isRange: boolean) => {
    const id = pages.row(index)?.['@id']
    if (isRange) select(anchor, index)
    else if (id) selection.toggle(id)
    setAnchor(index)
  }
  // Rows are drawn again only when what they show changes: their deed stays the same one.
  const latest = useRef(mark)
  latest.current = mark
  const onMark = useCallback((index: number, isRange: boolean) => latest.current(index, isRange), [])
  const onKey = (event: KeyboardEvent) => {
    const screen = Math.max(1, Math.floor((scroll.current?.clientHeight ?? height) / height) - 1)
    const targets: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, j: active + 1, k: active - 1, PageDown: active + screen, PageUp: active - screen, Home: 0, End: pages.reachable - 1 }
    const target = targets[event.key]
    const entry = pages.row(active)
    if (event.altKey) return
    if (target !== undefined && !event.ctrlKey && !event.metaKey) {
      const next = focusRow(target)
      if (event.shiftKey) select(anchor, next)
      else setAnchor(next)
    } else if (event.key === ' ' && entry) selection.toggle(entry['@id'])
    else if (event.key === 'Enter' && entry && !event.ctrlKey && !event.metaKey) onOpen(entry['@id'])
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) select(0, Math.min(pages.reachable - 1, to))
    else if (event.key === 'Escape') selection.clear()
    else return
    event.preventDefault()
  }
  const [sorted, direction] = [sort?.replace(/^-/, ''), sort?.startsWith('-') ? 'descending' : 'ascending'] as const
  return (
    <div className="grid" ref={scroll} role="grid" aria-label={app.label.text} aria-rowcount={pages.total + 1} aria-multiselectable tabIndex={-1}>
      <div role="row" aria-rowindex={1} className="grid-row grid-head" style={{ gridTemplateColumns: template }}>
        <span role="columnheader" className="grid-check"><span className="only-read">{t('list.mark')}</span></span>
        {columns.map((column) => {
          const name = column.property ?? column.name
          const isSorted = sorted === name
          return (
            <span key={column.name} role="columnheader" data-col={column.type} aria-sort={isSorted ? direction : undefined}>
              {column.sortable
                ? <button type="button" className="grid-sort" onClick={() => onSort(!isSorted ? name : direction === 'ascending' ? `-${name}` : undefined)}>
                    <span className="clip">{column.label.text}</span>{isSorted && (direction === 'ascending' ? <IconArrowUp size={13} aria-hidden /> : <IconArrowDown size={13} aria-hidden />)}
                  </button>
                : <span className="clip">{column.label.text}</span>}
            </span>
          )
        })}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }} onKeyDown={onKey}>
        {items.map((item) => (
          <Row key={item.key} app={app} locale={locale} entry={pages.row(item.index)} columns={columns} template={template} index={item.index} top={item.start} height={height} tabbable={item.index === active} selected={selection.all || selection.ids.has(pages.row(item.index)?.['@id'] ?? '')} labels={labels} onActive={setActive} onMark={onMark} />
        ))}
      </div>
      {pages.total > pages.reachable && <p className="quiet small" style={{ padding: '0.75rem' }}>{t('list.farthest', { count: pages.reachable })}</p>}
    </div>
  )
}

interface RowProps {
  app: AppModel
  locale: string
  entry: Entry | undefined
  columns: Column[]
  template: string
  index: number
  top: number
  height: number
  tabbable: boolean
  selected: boolean
  labels: ReturnType<typeof useLabels>
  onActive: (index: number) => void
  onMark: (index: number, isRange: boolean) => void
}

const Row = memo(function Row({ app, locale, entry, columns, template, index, top, height, tabbable, selected, labels, onActive, onMark }: RowProps) {
  const { t } = useTranslation()
  const style = { gridTemplateColumns: template, transform: `translateY(${top}px)`, height }
  if (!entry) return <div role="row" aria-rowindex={index + 2} className="grid-row grid-item grid-waiting" style={style}><span role="gridcell" className="only-read">{t('state.loading')}</span></div>
  const title = entryTitle(app, entry, locale)
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={selected} data-index={index} tabIndex={tabbable ? 0 : -1} className="grid-row grid-item" style={style} onFocus={() => onActive(index)}>
      <span role="gridcell" className="grid-check" onClick={(event: MouseEvent) => { event.stopPropagation(); onMark(index, event.shiftKey) }}>
        <input type="checkbox" checked={selected} readOnly tabIndex={-1} aria-label={t('list.markEntry', { title })} />
      </span>
      {columns.map((column) => (
        <span key={column.name} role="gridcell" data-col={column.type}>
          {column.type === 'title'
            ? <Link to="/apps/$app/$id" params={{ app: app.name, id: entry['@id'] }} tabIndex={-1} className="grid-link"><Cell app={app} column={column} entry={entry} labels={labels} locale={locale} /></Link>
            : <Cell app={app} column={column} entry={entry} labels={labels} locale={locale} />}
        </span>
      ))}
    </div>
  )
})
