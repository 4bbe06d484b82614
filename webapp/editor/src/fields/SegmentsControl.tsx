import '../theme/transcript.css'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Field, Json } from '../api/model.ts'
import { confirmSegments, useTranscript } from '../api/transcripts.ts'
import { storedName, useDraftVersion, useForm } from '../form/FormContext.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { localeName } from '../theme/format.ts'
import { RecordingPlayer } from '../transcript/RecordingPlayer.tsx'
import { SegmentList, type Wanted } from '../transcript/SegmentList.tsx'
import type { Names } from '../transcript/SegmentRow.tsx'
import { segmentAt, stateOf, words, type Segment } from '../transcript/segments.ts'
import { TranscriptTools } from '../transcript/TranscriptTools.tsx'
import { useSegmentDeeds, type Active } from '../transcript/useSegmentDeeds.ts'
import { useTranscriptKeys } from '../transcript/useTranscriptKeys.ts'
import type { ControlProps } from './controls.tsx'

const NONE: Segment[] = []

/** A transcript: what was recorded on one side, what was said on the other, with a translation beside it. */
export default function SegmentsControl({ field, path, value, labelId, readOnly }: ControlProps) {
  const { draft, app, locale } = useForm()
  useDraftVersion(draft)
  const type = app.contentType ?? ''
  const known = useTranscript(type, draft.entry?.['@id'], draft.entry?.revision ?? 0).data
  const segments = Array.isArray(value) ? (value as Segment[]) : NONE
  const { source, target, setTarget } = useLanguages(field, app, locale, draft.value(['sourceLanguage']) ?? draft.value(['language']))
  const states = segments.map((segment, at) => (target ? stateOf(words(segment[target.text]), words(segment[source.text]), at, known?.segments ?? [], target.locale, source.locale) : 'translated'))
  const recordings = known?.recordings ?? []
  const media = useRef<HTMLVideoElement>(null)
  const [now, setNow] = useState(-1)
  const isFollowing = useCallback(() => media.current?.paused === false, [])
  const active = useRef<Active>({ at: 0, caret: 0 })
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const show = (at: number, caret?: number, name = source.text) => {
    active.current = { at, caret: caret ?? 0 }
    setWanted({ at, name, caret })
  }
  const confirm = useConfirm(target)
  const deeds = useSegmentDeeds({ segments, path, source, media, played: now >= 0, change: (at, next) => draft.change(at, next), show, confirm: (indexes) => void confirm(indexes) }, active)
  const unfinished = () => {
    const open = states.flatMap((state, at) => (state === 'translated' ? [] : [at]))
    const next = open.find((at) => at > active.current.at) ?? open[0]
    if (next !== undefined && target) show(next, undefined, target.text)
  }
  const step = (by: number) => { if (segments.length > 0) show(Math.min(segments.length - 1, Math.max(0, active.current.at + by))) }
  useTranscriptKeys({ media, active, deeds, step, unfinished, readOnly })
  return (
    <div className="transcript" role="group" aria-labelledby={labelId}>
      <div className="transcript-side">
        <RecordingPlayer recordings={recordings} media={media} onTime={setNow} />
        <TranscriptTools type={type} transcript={known} source={source} target={target} locales={app.locales} states={states} readOnly={readOnly} onTarget={setTarget} onConfirm={() => void confirm()} onUnfinished={unfinished} />
      </div>
      <SegmentList segments={segments} states={states} source={source} target={target} current={now < 0 ? -1 : segmentAt(segments, now)} isFollowing={isFollowing} canPlay={now >= 0 || recordings.some((one) => one.asset)} readOnly={readOnly} deeds={deeds} wanted={wanted} onShown={() => setWanted(null)} />
    </div>
  )
}

/** What is spoken, as the entry says, and what it is translated into beside: the language of the form, or another that was chosen. */
function useLanguages(field: Field, app: AppModel, formLocale: string, said: Json | undefined) {
  const [chosen, setTarget] = useState<string | null>(null)
  const spoken = app.locales.some((one) => one.id === said) ? String(said) : app.defaultLocale
  const wanted = chosen ?? formLocale
  const source = useMemo(() => namesIn(field, app, spoken), [field, app, spoken])
  const target = useMemo(() => (wanted === spoken ? undefined : namesIn(field, app, wanted)), [field, app, wanted, spoken])
  return { source, target, setTarget }
}

function namesIn(field: Field, app: AppModel, locale: string): Names {
  const stored = (name: string) => {
    const found = field.item?.fields?.find((one) => one.name === name)
    return found && storedName(found, locale, app.defaultLocale)
  }
  return { locale, label: app.locales.find((one) => one.id === locale)?.label || localeName(locale), text: stored('text') ?? 'text', speaker: stored('speaker') }
}

/** Says on the server that translations still fit; of all segments where none are named. */
function useConfirm(target: Names | undefined) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { draft, app } = useForm()
  return async (segments?: number[]) => {
    if (!target) return
    try {
      await draft.saveNow()
      const { confirmed } = await confirmSegments(app.contentType ?? '', draft.entry?.['@id'] ?? '', target.locale, draft.entry?.revision ?? 0, segments)
      await client.invalidateQueries({ queryKey: ['transcript'] })
      tellDone(t('transcript.confirmed', { count: confirmed }))
    } catch (error) {
      tellFailure(error)
    }
  }
}
