import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { segmentFieldId, SegmentRow, type Deeds, type Names } from './SegmentRow.tsx'
import { timeProblem, type Segment, type TranslationState } from './segments.ts'

/** A text that gets the focus as soon as it is on the screen. */
export interface Wanted {
  at: number
  name: string
  caret?: number
}

interface Props {
  segments: Segment[]
  states: TranslationState[]
  source: Names
  target?: Names
  /** Which is spoken now, -1 for none. */
  current: number
  /** Whether the list goes along with what is spoken. */
  isFollowing: () => boolean
  canPlay: boolean
  readOnly: boolean
  deeds: Deeds
  wanted: Wanted | null
  onShown: () => void
}

/** Segments as they come into view. */
export function SegmentList({ segments, states, source, target, current, isFollowing, canPlay, readOnly, deeds, wanted, onShown }: Props) {
  const { t } = useTranslation()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: segments.length, getScrollElement: () => scroll.current, estimateSize: () => (target ? 132 : 112), overscan: 6 })
  useEffect(() => {
    if (current >= 0 && isFollowing()) virtual.scrollToIndex(current, { align: 'center' })
  }, [current, isFollowing, virtual])
  // After each rendering until it is there: a row far away is drawn only when the list has moved.
  useEffect(() => {
    if (!wanted) return
    virtual.scrollToIndex(wanted.at, { align: 'auto' })
    if (focusText(wanted) || wanted.at >= segments.length) onShown()
  })
  return (
    <div className="transcript-list" ref={scroll}>
      {segments.length === 0 && <p className="quiet transcript-empty">{t('transcript.empty')}</p>}
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const segment = segments[index]
          const problem = timeProblem(segments, index)
          return segment && (
            <div key={key} ref={virtual.measureElement} data-index={index} className="transcript-place" style={{ transform: `translateY(${start}px)` }}>
              <SegmentRow segment={segment} at={index} isLast={index === segments.length - 1} isCurrent={index === current} source={source} target={target} state={states[index] ?? 'missing'} problem={problem && t(problem)} canPlay={canPlay} readOnly={readOnly} deeds={deeds} />
            </div>
          )
        })}
      </div>
      {!readOnly && <button type="button" className="link transcript-add" onClick={() => deeds.insert(segments.length - 1)}>{t('transcript.add')}</button>}
    </div>
  )
}

function focusText({ at, name, caret }: Wanted): boolean {
  const element = document.getElementById(segmentFieldId(at, name))
  element?.focus()
  if (caret !== undefined && element instanceof HTMLTextAreaElement) element.setSelectionRange(caret, caret)
  return element !== null
}
