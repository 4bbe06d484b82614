import { Button } from '@mantine/core'
import { IconBookmarkPlus, IconPhotoPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useReferences } from '../api/choices.ts'
import type { Json } from '../api/model.ts'
import { assetFile, trackFile, useMoment, type Track } from '../api/transcripts.ts'
import { useForm } from '../form/FormContext.tsx'
import { tellDone } from '../shell/tell.ts'
import { formatTime, round } from './segments.ts'
import type { TrackNames } from './TrackList.tsx'

/** The film with its tracks; from a moment of it one makes the poster, or a chapter. */
export function Film({ tracks, names, readOnly }: { tracks: Track[]; names: TrackNames; readOnly: boolean }) {
  const { t } = useTranslation()
  const { draft, app } = useForm()
  const film = useRef<HTMLVideoElement>(null)
  const file = draft.value(['file'])
  const key = typeof file === 'string' && file ? file : undefined
  const found = useReferences(key ? [key] : []).data?.find((hit) => hit.id === key)
  const isFilm = found?.mimeType?.startsWith('video/') === true
  const has = (property: string) => app.detail?.fields.some((one) => one.name === property) === true
  const posterAt = draft.value(['posterAt'])
  const poster = useMoment(isFilm && typeof posterAt === 'number' ? key : undefined, typeof posterAt === 'number' ? posterAt : 0)
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id'] ?? ''
  const revision = draft.entry?.revision ?? 0
  if (!key || !isFilm) return null
  const now = () => round(film.current?.currentTime ?? 0)
  const addChapter = () => {
    draft.change(['chapters'], withChapter(draft.value(['chapters']), now()))
    tellDone(t('film.chapterAdded', { time: formatTime(now()) }))
  }
  return (
    <div className="film">
      <video ref={film} key={key} src={assetFile(key)} controls preload="metadata" poster={poster.data?.link} aria-label={t('film.ofEntry')}>
        {/* What is made of the entry is read again when that has changed; the film stays at its place. */}
        {tracks.filter((track) => !track.problem).map((track) => <track key={`${track.kind}-${track.locale}-${track.asset ?? revision}`} kind={track.kind} srcLang={track.locale} label={`${names.kind(track.kind)}, ${track.label ?? names.language(track.locale)}`} src={trackFile(type, id, track, 'vtt')} />)}
      </video>
      {!readOnly && (
        <div className="row wrap">
          {has('posterAt') && <Button size="compact-sm" variant="default" leftSection={<IconPhotoPlus size={15} aria-hidden />} onClick={() => draft.change(['posterAt'], now())}>{t('film.takePoster')}</Button>}
          {has('chapters') && <Button size="compact-sm" variant="default" leftSection={<IconBookmarkPlus size={15} aria-hidden />} onClick={addChapter}>{t('film.addChapter')}</Button>}
        </div>
      )}
      {poster.data && <p className="quiet small" role="status">{poster.data.madeBy === 'neutral' ? t('film.posterNeutral') : t('film.posterMadeBy', { time: formatTime(poster.data.at), decoder: poster.data.madeBy === 'ffmpeg' ? 'FFmpeg' : 'JCodec' })}</p>}
    </div>
  )
}

function withChapter(before: Json | undefined, start: number): Json {
  const chapters = [...(Array.isArray(before) ? before : []), { start }]
  return chapters.toSorted((one, other) => Number((one as { start?: Json }).start ?? 0) - Number((other as { start?: Json }).start ?? 0))
}
