import '../theme/transcript.css'
import { ActionIcon, Button, FileButton, Select, TextInput } from '@mantine/core'
import { IconDownload, IconPhotoPlus, IconTrash, IconUpload, IconBookmarkPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReferences, useTerms } from '../api/choices.ts'
import { assetFile, putTrack, removeTrack, trackFile, useMoment, useTracks, type Track } from '../api/transcripts.ts'
import type { Json } from '../api/model.ts'
import { useDraftVersion, useForm } from '../form/FormContext.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { localeName } from '../theme/format.ts'
import { FileProblems } from '../transcript/FileProblems.tsx'
import { formatTime, round } from '../transcript/segments.ts'
import type { ControlProps } from './controls.tsx'

/** Captions, subtitles, descriptions and chapters of a film, shown over the film itself. */
export default function TracksControl({ field, labelId, readOnly }: ControlProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { draft, app } = useForm()
  useDraftVersion(draft)
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id']
  const tracks = useTracks(type, id, draft.entry?.revision ?? 0)
  const below = (name: string) => field.item?.fields?.find((one) => one.name === name)
  const kinds = useTerms(below('kind')?.datasource?.url)
  const languages = useTerms(below('locale')?.datasource?.url)
  const [kind, setKind] = useState('captions')
  const [locale, setLocale] = useState<string | null>(null)
  const [label, setLabel] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ error: unknown; file: File } | null>(null)
  const kindName = (code: string) => kinds.data?.find((one) => one.code === code)?.label ?? code
  const languageName = (code: string) => languages.data?.find((one) => one.code === code)?.label ?? localeName(code)
  const change = async (deed: (revision: number) => Promise<unknown>): Promise<void> => {
    await draft.saveNow()
    await deed(draft.entry?.revision ?? 0)
    await draft.refresh()
    await client.invalidateQueries({ queryKey: ['tracks', type] })
  }
  const add = async (file: File, encoding?: string) => {
    if (!id || !locale) return
    setBusy(true)
    setRefused(null)
    try {
      await change((revision) => putTrack(type, id, file, { kind, locale, label: label || undefined, encoding }, revision))
      setLabel('')
      tellDone(t('tracks.added', { kind: kindName(kind), language: languageName(locale) }))
    } catch (error) {
      setRefused({ error, file })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="tracks" role="group" aria-labelledby={labelId}>
      <Film tracks={tracks.data ?? []} name={(track) => `${kindName(track.kind)}, ${track.label ?? languageName(track.locale)}`} readOnly={readOnly} />
      {tracks.data?.length === 0 && <p className="quiet small">{t('tracks.none')}</p>}
      {tracks.data && tracks.data.length > 0 && (
        <ul className="track-list">
          {tracks.data.map((track) => (
            <li key={`${track.kind}-${track.locale}`}>
              <span className="grow">
                <span className="strong">{kindName(track.kind)}</span> · {languageName(track.locale)}{track.label && ` · ${track.label}`}
                <span className="quiet small track-about">{track.problem ?? `${t(`tracks.${track.source}`)} · ${t('tracks.texts', { count: track.texts ?? 0 })}`}</span>
              </span>
              <span className="track-tools">
                {!track.problem && (['vtt', 'srt'] as const).map((format) => (
                  <Button key={format} size="compact-xs" variant="subtle" component="a" href={trackFile(type, id ?? '', track, format, true)} download leftSection={<IconDownload size={13} aria-hidden />} aria-label={t('tracks.download', { kind: kindName(track.kind), language: languageName(track.locale), format: format.toUpperCase() })}>{format.toUpperCase()}</Button>
                ))}
                {track.source === 'file' && !readOnly && <ActionIcon size={28} aria-label={t('tracks.remove', { kind: kindName(track.kind), language: languageName(track.locale) })} onClick={() => void change((revision) => removeTrack(type, id ?? '', track, revision)).catch(tellFailure)}><IconTrash size={15} /></ActionIcon>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className="track-add">
          <Select size="xs" label={t('tracks.kind')} allowDeselect={false} value={kind} data={(kinds.data ?? []).map((one) => ({ value: one.code, label: one.label }))} onChange={(next) => setKind(next ?? kind)} />
          <Select size="xs" label={t('tracks.language')} searchable value={locale} data={(languages.data ?? []).map((one) => ({ value: one.code, label: one.label }))} onChange={setLocale} />
          {below('label') && <TextInput size="xs" label={t('tracks.label')} maxLength={60} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />}
          <FileButton accept=".vtt,.srt,text/vtt,application/x-subrip" onChange={(file) => { if (file) void add(file) }} inputProps={{ 'aria-label': t('tracks.upload') }} disabled={!locale || !id}>
            {(props) => <Button {...props} size="xs" variant="default" loading={busy} disabled={!locale || !id} leftSection={<IconUpload size={14} aria-hidden />}>{t('tracks.upload')}</Button>}
          </FileButton>
        </div>
      )}
      {refused && <FileProblems error={refused.error} onRetry={(encoding) => void add(refused.file, encoding)} onClose={() => setRefused(null)} />}
    </div>
  )
}

/** The film with its tracks; from a moment of it one makes the poster, or a chapter. */
function Film({ tracks, name, readOnly }: { tracks: Track[]; name: (track: Track) => string; readOnly: boolean }) {
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
  if (!key || !isFilm) return null
  const now = () => round(film.current?.currentTime ?? 0)
  const addChapter = () => {
    const before = draft.value(['chapters'])
    const chapters = [...(Array.isArray(before) ? before : []), { start: now() }]
    chapters.sort((one, other) => Number((one as { start?: Json }).start ?? 0) - Number((other as { start?: Json }).start ?? 0))
    draft.change(['chapters'], chapters as Json)
    tellDone(t('film.chapterAdded', { time: formatTime(now()) }))
  }
  return (
    <div className="film">
      <video ref={film} key={`${key}-${draft.entry?.revision ?? 0}`} src={assetFile(key)} controls preload="metadata" poster={poster.data?.link} aria-label={t('film.ofEntry')}>
        {tracks.filter((track) => !track.problem).map((track) => <track key={`${track.kind}-${track.locale}`} kind={track.kind} srcLang={track.locale} label={name(track)} src={trackFile(type, id, track, 'vtt')} />)}
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
