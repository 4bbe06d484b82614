import '../theme/transcript.css'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useTerms } from '../api/choices.ts'
import type { Field } from '../api/model.ts'
import { putTrack, removeTrack, useTracks } from '../api/transcripts.ts'
import { useDraftVersion, useForm } from '../form/FormContext.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { localeName } from '../theme/format.ts'
import { Film } from '../transcript/Film.tsx'
import { TrackForm } from '../transcript/TrackForm.tsx'
import { TrackList, type TrackNames } from '../transcript/TrackList.tsx'
import type { ControlProps } from './controls.tsx'

/** Captions, subtitles, descriptions and chapters of a film, shown over the film itself. */
export default function TracksControl({ field, labelId, readOnly }: ControlProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { draft, app } = useForm()
  useDraftVersion(draft)
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id']
  const tracks = useTracks(type, id, draft.entry?.revision ?? 0).data
  const below = (name: string) => field.item?.fields?.find((one) => one.name === name)
  const { kinds, languages, names } = useNames(below('kind'), below('locale'))
  const change = async (deed: (revision: number) => Promise<unknown>): Promise<void> => {
    await draft.saveNow()
    await deed(draft.entry?.revision ?? 0)
    await draft.refresh()
    await client.invalidateQueries({ queryKey: ['tracks', type] })
  }
  return (
    <div className="tracks" role="group" aria-labelledby={labelId}>
      <Film tracks={tracks ?? []} names={names} readOnly={readOnly} />
      {tracks?.length === 0 && <p className="quiet small">{t('tracks.none')}</p>}
      {tracks && tracks.length > 0 && <TrackList type={type} id={id ?? ''} tracks={tracks} names={names} onRemove={readOnly ? undefined : (track) => void change((revision) => removeTrack(type, id ?? '', track, revision)).catch(tellFailure)} />}
      {!readOnly && (
        <TrackForm kinds={kinds} languages={languages} isNamed={below('label') !== undefined} disabled={id === undefined} onFile={async (file, track) => {
          await change((revision) => putTrack(type, id ?? '', file, track, revision))
          tellDone(t('tracks.added', { kind: names.kind(track.kind), language: names.language(track.locale) }))
        }} />
      )}
    </div>
  )
}

/** What kinds and languages of tracks there are, and what they are called. */
function useNames(kind: Field | undefined, locale: Field | undefined) {
  const kinds = useTerms(kind?.datasource?.url).data ?? []
  const languages = useTerms(locale?.datasource?.url).data ?? []
  const names: TrackNames = {
    kind: (code) => kinds.find((one) => one.code === code)?.label ?? code,
    language: (code) => languages.find((one) => one.code === code)?.label ?? localeName(code),
  }
  return { kinds, languages, names }
}
