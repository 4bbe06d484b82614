import { Checkbox } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetRow } from '../api/assets.ts'
import type { Selection } from '../list/useSelection.ts'
import { formatBytes, formatMoment } from '../theme/format.ts'
import { AssetMarks } from './AssetMarks.tsx'
import { AssetPicture } from './AssetPicture.tsx'
import { parentOf, type MediaSearch } from './mediaState.ts'
import type { AssetPages } from './useAssets.ts'

interface Props {
  pages: AssetPages
  selection: Selection
  /** Of the library, so that one comes back to it. */
  search: MediaSearch
  onOpen: (id: string) => void
}

const CARD = { width: 170, height: 206 }
const ROW_HEIGHT = 52

export const DRAGGED = 'application/x-nephele-assets'

/** Assets as cards or rows, as they come into view. One has the focus: arrows move it, Space marks, Enter opens. */
export function AssetGrid({ pages, selection, search, onOpen }: Props) {
  const asList = search.view === 'list'
  const { t } = useTranslation()
  const scroll = useRef<HTMLDivElement>(null)
  const { ref, width } = useElementSize()
  const [chosen, setActive] = useState(0)
  // A search may leave fewer: one of them is reached by Tab all the same.
  const active = Math.min(chosen, Math.max(0, pages.reachable - 1))
  const [anchor, setAnchor] = useState(0)
  const across = asList ? 1 : Math.max(1, Math.floor((width || 800) / CARD.width))
  const height = asList ? ROW_HEIGHT : CARD.height
  const virtual = useVirtualizer({ count: Math.ceil(pages.reachable / across), getScrollElement: () => scroll.current, estimateSize: () => height, overscan: 4 })
  useEffect(() => virtual.measure(), [height, across, virtual])
  const rows = virtual.getVirtualItems()
  const from = (rows[0]?.index ?? 0) * across
  const to = ((rows.at(-1)?.index ?? 0) + 1) * across - 1
  useEffect(() => pages.show(from, to), [from, to, pages])
  const last = pages.reachable - 1
  const focus = (index: number) => {
    const next = Math.max(0, Math.min(last, index))
    setActive(next)
    virtual.scrollToIndex(Math.floor(next / across))
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus())
    return next
  }
  const select = (first: number, end: number) => {
    const ids: string[] = []
    for (let index = Math.min(first, end); index <= Math.max(first, end); index += 1) {
      const row = pages.row(index)
      if (row) ids.push(row['@id'])
    }
    selection.add(ids)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey) return
    const screen = across * Math.max(1, Math.floor((scroll.current?.clientHeight ?? height) / height))
    const targets: Record<string, number> = { ArrowRight: active + 1, ArrowLeft: active - 1, ArrowDown: active + across, ArrowUp: active - across, PageDown: active + screen, PageUp: active - screen, Home: 0, End: last }
    const target = targets[event.key]
    const id = pages.row(active)?.['@id']
    if (target !== undefined && !event.ctrlKey && !event.metaKey) {
      const next = focus(target < 0 || target > last ? (Math.abs(target - active) === 1 ? active : target) : target)
      if (event.shiftKey) select(anchor, next)
      else setAnchor(next)
    } else if (event.key === ' ' && id) selection.toggle(id)
    else if (event.key === 'Enter' && id && !event.ctrlKey && !event.metaKey) onOpen(id)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) select(0, to)
    else if (event.key === 'Escape') selection.clear()
    else return
    event.preventDefault()
  }
  const mark = (index: number, event: MouseEvent) => {
    const id = pages.row(index)?.['@id']
    if (event.shiftKey) select(anchor, index)
    else if (id) selection.toggle(id)
    setAnchor(index)
  }
  const onDrag = (event: DragEvent, row: AssetRow) => {
    event.dataTransfer.setData(DRAGGED, JSON.stringify(selection.ids.has(row['@id']) ? [...selection.ids] : [row['@id']]))
    event.dataTransfer.effectAllowed = 'move'
  }
  return (
    <div className="thumbs" ref={scroll} data-list={asList || undefined}>
      <div ref={ref} role="grid" aria-label={t('media.title')} aria-rowcount={Math.ceil(pages.total / across)} aria-multiselectable style={{ height: virtual.getTotalSize(), position: 'relative' }} onKeyDown={onKey}>
        {rows.map((line) => (
          <div key={line.key} role="row" aria-rowindex={line.index + 1} className="asset-line" style={{ transform: `translateY(${line.start}px)`, height, gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}>
            {Array.from({ length: Math.min(across, Math.max(1, pages.reachable - line.index * across)) }, (_, at) => {
              const index = line.index * across + at
              const row = pages.row(index)
              return <Cell key={index} row={row} index={index} search={search} isActive={index === active} isMarked={row !== undefined && selection.ids.has(row['@id'])} onFocus={() => setActive(index)} onMark={(event) => mark(index, event)} onDrag={onDrag} />
            })}
          </div>
        ))}
      </div>
      {pages.total > pages.reachable && <p className="quiet small" style={{ padding: '0.75rem' }}>{t('list.farthest', { count: pages.reachable })}</p>}
    </div>
  )
}

interface CellProps {
  row: AssetRow | undefined
  index: number
  search: MediaSearch
  isActive: boolean
  isMarked: boolean
  onFocus: () => void
  onMark: (event: MouseEvent) => void
  onDrag: (event: DragEvent, row: AssetRow) => void
}

function Cell({ row, index, search, isActive, isMarked, onFocus, onMark, onDrag }: CellProps) {
  const { t } = useTranslation()
  const asList = search.view === 'list'
  if (!row) return <div role="gridcell" className="asset-card" data-waiting><span className="only-read">{t('state.loading')}</span></div>
  return (
    <div role="gridcell" className="asset-card" data-index={index} data-trash={row.trash || undefined} aria-selected={isMarked} tabIndex={isActive ? 0 : -1} onFocus={onFocus} draggable={!row.trash} onDragStart={(event) => onDrag(event, row)}>
      <span className="asset-check" onClick={(event) => { event.stopPropagation(); onMark(event) }}><Checkbox size="xs" checked={isMarked} readOnly tabIndex={-1} aria-label={t('list.markEntry', { title: row.title })} /></span>
      <Link to="/media/$id" params={{ id: row['@id'] }} search={search} tabIndex={-1} className="asset-open" draggable={false}>
        <AssetPicture asset={row} />
        <span className="asset-text">
          <span className="strong clip" title={row.title}>{row.title}</span>
          <span className="quiet tiny clip">{[row.width && row.height ? `${row.width} × ${row.height}` : row.mimeType.split('/').at(-1), formatBytes(row.size)].join(' · ')}</span>
        </span>
        {asList && <span className="quiet tiny clip asset-folder">{parentOf(row['@path'])}</span>}
        {asList && <span className="quiet tiny clip asset-when">{formatMoment(row.lastModified)}</span>}
        <AssetMarks row={row} />
      </Link>
    </div>
  )
}
