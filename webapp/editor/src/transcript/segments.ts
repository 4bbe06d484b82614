import type { Json, Properties } from '../api/model.ts'

/** A segment as the draft has it: `start`, `end`, and `speaker` and `text` once for each locale. */
export type Segment = Properties

export const START = 'start'
export const END = 'end'
const SHORTEST = 0.2
const LENGTH_OF_NEW = 2

export function seconds(value: Json | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

export function words(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** `1:02.500`, `1:01:02.500`. */
export function formatTime(time: number): string {
  const millis = Math.round(Math.max(0, time) * 1000)
  const hours = Math.floor(millis / 3_600_000)
  const minutes = Math.floor(millis / 60_000) % 60
  const rest = `${String(Math.floor(millis / 1000) % 60).padStart(2, '0')}.${String(millis % 1000).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** What somebody types for a time: `12`, `1:02`, `1:02.5`, `1:02,5`, `1:01:02`; null for what is none. */
export function parseTime(text: string): number | null {
  const parts = /^\s*(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?\s*$/.exec(text)
  if (!parts) return null
  const [, hours, minutes, whole, fraction] = parts
  if (minutes !== undefined && Number(whole) > 59) return null
  if (hours !== undefined && Number(minutes) > 59) return null
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(whole) + Number(`0.${fraction ?? 0}`)
}

export const round = (time: number) => Math.round(time * 1000) / 1000

/** The segment that is spoken at a time; the last one before it in a pause, -1 before the first. */
export function segmentAt(segments: Segment[], time: number): number {
  let found = -1
  for (const [at, segment] of segments.entries()) {
    if (seconds(segment[START]) <= time + 0.001) found = at
    else break
  }
  return found
}

/**
 * Cuts a segment in two at a place in its text. A translation stays whole with the first half, where it is marked as outdated: only a translator knows
 * where to cut it.
 *
 * @param source the stored name of the text that was cut, `text` or `text_it`
 * @param time where to cut the time; by the length of the two texts if not given, or if it lies outside
 */
export function split(segments: Segment[], at: number, source: string, caret: number, time?: number): Segment[] {
  const segment = segments[at]
  if (!segment) return segments
  const text = words(segment[source])
  const first = text.slice(0, caret).trim()
  const second = text.slice(caret).trim()
  if (first === '' || second === '') return segments
  const start = seconds(segment[START])
  const end = seconds(segment[END])
  const inside = time !== undefined && time > start + SHORTEST && time < end - SHORTEST
  const cut = round(inside ? time : start + ((end - start) * first.length) / (first.length + second.length))
  const rest: Segment = {}
  for (const [name, value] of Object.entries(segment)) if (!/^text(_|$)/.test(name)) rest[name] = value
  const next = [...segments]
  next.splice(at, 1, { ...segment, [END]: cut, [source]: first }, { ...rest, [START]: cut, [END]: end, [source]: second })
  return next
}

/** Joins a segment with the next one, in every language. Who speaks is who spoke first. */
export function join(segments: Segment[], at: number): Segment[] {
  const first = segments[at]
  const second = segments[at + 1]
  if (!first || !second) return segments
  const joined: Segment = { ...second, ...first, [END]: second[END] ?? first[END] ?? 0 }
  for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
    if (/^text(_|$)/.test(name)) joined[name] = [words(first[name]), words(second[name])].filter(Boolean).join(' ')
  }
  const next = [...segments]
  next.splice(at, 2, joined)
  return next
}

/** A new segment behind another, in the pause there or for two seconds. */
export function insertAfter(segments: Segment[], at: number, speaker: string): Segment[] {
  const before = segments[at]
  const after = segments[at + 1]
  const start = before ? seconds(before[END]) : 0
  const end = after ? Math.min(seconds(after[START]), start + LENGTH_OF_NEW) : start + LENGTH_OF_NEW
  const made: Segment = { [START]: start, [END]: round(Math.max(end, start + SHORTEST)) }
  if (before?.[speaker]) made[speaker] = before[speaker]
  const next = [...segments]
  next.splice(at + 1, 0, made)
  return next
}

/** What is wrong with the times of a segment, by the text that says so; null when nothing is. */
export function timeProblem(segments: Segment[], at: number): 'transcript.endsBefore' | 'transcript.startsBefore' | null {
  const segment = segments[at]
  if (!segment) return null
  if (seconds(segment[END]) <= seconds(segment[START])) return 'transcript.endsBefore'
  const before = segments[at - 1]
  return before && seconds(segment[START]) < seconds(before[START]) ? 'transcript.startsBefore' : null
}

export type TranslationState = 'missing' | 'outdated' | 'translated'

export interface KnownSegment {
  texts: Record<string, string>
  states: Record<string, 'translated' | 'outdated'>
}

/** How far a translation is: as the server knows it; of what is not saved yet, as it will be. */
export function stateOf(text: string, source: string, at: number, known: KnownSegment[], locale: string, sourceLocale: string): TranslationState {
  if (text.trim() === '') return 'missing'
  const here = known[at]
  const same = (one: KnownSegment | undefined) => one?.texts[locale] === text && one.texts[sourceLocale] === source
  const exact = same(here) ? here : known.find(same)
  if (exact) return exact.states[locale] ?? 'translated'
  return known.some((one) => one.texts[locale] === text) ? 'outdated' : 'translated'
}
