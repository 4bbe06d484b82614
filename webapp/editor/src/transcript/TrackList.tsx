import { ActionIcon, Button } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { trackFile, type Track } from '../api/transcripts.ts'

export interface TrackNames {
  kind: (code: string) => string
  language: (code: string) => string
}

interface Props {
  type: string
  id: string
  tracks: Track[]
  names: TrackNames
  onRemove?: (track: Track) => void
}

/** The tracks that a film has: of files, of its transcript, of its chapters. */
export function TrackList({ type, id, tracks, names, onRemove }: Props) {
  const { t } = useTranslation()
  return (
    <ul className="track-list">
      {tracks.map((track) => {
        const kind = names.kind(track.kind)
        const language = names.language(track.locale)
        return (
          <li key={`${track.kind}-${track.locale}`}>
            <span className="grow">
              <span className="strong">{kind}</span> · {language}{track.label && ` · ${track.label}`}
              <span className="quiet small track-about">{track.problem ?? `${t(`tracks.${track.source}`)} · ${t('tracks.texts', { count: track.texts ?? 0 })}`}</span>
            </span>
            <span className="track-tools">
              {!track.problem && (['vtt', 'srt'] as const).map((format) => (
                <Button key={format} size="compact-xs" variant="subtle" component="a" href={trackFile(type, id, track, format, true)} download leftSection={<IconDownload size={13} aria-hidden />} aria-label={t('tracks.download', { kind, language, format: format.toUpperCase() })}>{format.toUpperCase()}</Button>
              ))}
              {track.source === 'file' && onRemove && <ActionIcon size={28} aria-label={t('tracks.remove', { kind, language })} onClick={() => onRemove(track)}><IconTrash size={15} /></ActionIcon>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
