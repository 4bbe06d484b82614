import { useVirtualizer } from '@tanstack/react-virtual'
import { useElementSize } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Entry } from '../api/model.ts'
import { entryTitle } from '../entry/titles.ts'
import { Thumbnail } from '../fields/Thumbnail.tsx'
import type { EntryPages } from './useEntries.ts'

const WIDTH = 208
const HEIGHT = 214

/** Entries by their pictures. */
export function Thumbnails({ app, locale, pages, onOpen: _onOpen }: { app: AppModel; locale: string; pages: EntryPages; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const scroll = useRef<HTMLDivElement>(null)
  const { ref, width } = useElementSize()
  const across = Math.max(1, Math.floor((width || 800) / WIDTH))
  const virtual = useVirtualizer({ count: Math.ceil(pages.reachable / across), getScrollElement: () => scroll.current, estimateSize: () => HEIGHT, overscan: 4 })
  const rows = virtual.getVirtualItems()
  const from = (rows[0]?.index ?? 0) * across
  const to = ((rows.at(-1)?.index ?? 0) + 1) * across
  useEffect(() => pages.show(from, to), [from, to, pages])
  const property = app.detail?.fields.find((field) => field.valueType === 'asset')?.property
  return (
    <div className="thumbs" ref={scroll}>
      <div ref={ref}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label={app.label.text}>
          {rows.flatMap((row) => Array.from({ length: across }, (_, at) => {
            const entry = pages.row(row.index * across + at)
            return entry && (
              <li key={entry['@id']} style={{ transform: `translate(${at * 100}%, ${row.start}px)`, width: `${100 / across}%`, height: HEIGHT }}>
                <Link to="/apps/$app/$id" params={{ app: app.name, id: entry['@id'] }} className="thumb">
                  <Picture entry={entry} property={property} />
                  <span className="strong clip">{entryTitle(app, entry, locale)}</span>
                  <span className="state tiny" data-state={entry.state}>{t(`state.${entry.state}`)}</span>
                </Link>
              </li>
            )
          }))}
        </ul>
      </div>
    </div>
  )
}

function Picture({ entry, property }: { entry: Entry; property: string | undefined }) {
  const value = property ? entry.properties[property] : undefined
  const key = Array.isArray(value) ? value[0] : value
  return typeof key === 'string' ? <Thumbnail assetKey={key} /> : <span className="asset-picture" />
}
