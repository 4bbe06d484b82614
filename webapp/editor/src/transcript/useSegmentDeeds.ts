import { useMemo, useRef, type RefObject } from 'react'
import type { Json } from '../api/model.ts'
import type { Path } from '../form/values.ts'
import type { Deeds, Names } from './SegmentRow.tsx'
import { insertAfter, join, round, seconds, split, START, words, type Segment } from './segments.ts'

/** What the deeds are done to, as it is now. */
export interface Desk {
  segments: Segment[]
  path: Path
  source: Names
  media: RefObject<HTMLVideoElement | null>
  /** Whether something was played: then the player says where to cut. */
  played: boolean
  change: (path: Path, value: Json | undefined) => void
  /** Brings a segment into view and puts the focus into its text. */
  show: (at: number, caret?: number) => void
  confirm: (segments?: number[]) => void
}

/** Where somebody writes: the segment, and the place in its text. */
export interface Active {
  at: number
  caret: number
}

/** The deeds stay the same objects while the list changes, so that rows that did not change are not drawn anew. */
export function useSegmentDeeds(desk: Desk, active: RefObject<Active>): Deeds {
  const latest = useRef(desk)
  latest.current = desk
  return useMemo(() => deeds(latest, active), [latest, active])
}

function deeds(desk: RefObject<Desk>, active: RefObject<Active>): Deeds {
  const store = (segments: Segment[]) => desk.current.change(desk.current.path, segments.length > 0 ? (segments as Json) : undefined)
  const time = () => (desk.current.media.current ? round(desk.current.media.current.currentTime) : undefined)
  return {
    change: (at, name, value) => desk.current.change([...desk.current.path, at, name], value),
    take: (at, name) => {
      const now = time()
      if (now !== undefined && desk.current.segments[at]) desk.current.change([...desk.current.path, at, name], now)
    },
    play: (at) => {
      const film = desk.current.media.current
      const segment = desk.current.segments[at]
      if (!film || !segment) return
      film.currentTime = seconds(segment[START])
      void film.play().catch(() => undefined)
    },
    split: (at) => {
      const { segments, source, played, show } = desk.current
      const text = words(segments[at]?.[source.text])
      const caret = active.current.at === at ? active.current.caret : 0
      const next = split(segments, at, source.text, caret > 0 && caret < text.length ? caret : middle(text), played ? time() : undefined)
      if (next === segments) return
      store(next)
      show(at + 1, 0)
    },
    join: (at) => {
      const { segments, source, show } = desk.current
      const next = join(segments, at)
      if (next === segments) return
      store(next)
      show(at, words(segments[at]?.[source.text]).length)
    },
    insert: (at) => {
      const { segments, source, show } = desk.current
      store(insertAfter(segments, at, source.speaker ?? ''))
      show(at + 1)
    },
    remove: (at) => store(desk.current.segments.filter((_, other) => other !== at)),
    confirm: (at) => desk.current.confirm([at]),
    caret: (at, position) => { active.current = { at, caret: position } },
  }
}

/** The space nearest to the middle, to cut at when nobody says where. */
function middle(text: string): number {
  const half = Math.floor(text.length / 2)
  const before = text.lastIndexOf(' ', half)
  const after = text.indexOf(' ', half)
  if (before < 1) return after
  return after > 0 && after - half < half - before ? after : before
}
