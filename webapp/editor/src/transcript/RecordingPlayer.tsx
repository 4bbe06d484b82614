import { Button, FileButton, Select } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { assetFile, type Recording } from '../api/transcripts.ts'
import { ExternalVideoCard } from './ExternalVideoCard.tsx'

interface Props {
  recordings: Recording[]
  media: RefObject<HTMLVideoElement | null>
  onTime: (time: number) => void
}

/** What was recorded: of the entries that refer to the transcript, or a file of this computer, which stays there. */
export function RecordingPlayer({ recordings, media, onTime }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(0)
  const [own, setOwn] = useState<{ name: string; url: string } | null>(null)
  useEffect(() => () => { if (own) URL.revokeObjectURL(own.url) }, [own])
  const recording = recordings[chosen]
  const link = own?.url ?? (recording?.asset && assetFile(recording.asset))
  const title = own?.name ?? recording?.title ?? ''
  return (
    <div className="recording">
      {recordings.length > 1 && !own && (
        <Select size="xs" aria-label={t('transcript.recording')} allowDeselect={false} value={String(chosen)} onChange={(next) => setChosen(Number(next))} data={recordings.map((one, at) => ({ value: String(at), label: one.title }))} />
      )}
      {link
        ? <video key={link} ref={media} className={recording?.mimeType?.startsWith('audio/') && !own ? 'recording-sound' : 'recording-film'} src={link} controls preload="metadata" aria-label={t('transcript.recordingOf', { title })} onTimeUpdate={(event) => onTime(event.currentTarget.currentTime)} onSeeked={(event) => onTime(event.currentTarget.currentTime)} />
        : recording?.external
          ? <ExternalVideoCard video={recording.external} />
          : <p className="quiet small">{t('transcript.noRecording')}</p>}
      <FileButton accept="video/*,audio/*" inputProps={{ 'aria-label': t('transcript.ownRecording') }} onChange={(file) => { if (file) setOwn({ name: file.name, url: URL.createObjectURL(file) }) }}>
        {(props) => <Button {...props} size="compact-xs" variant="subtle" leftSection={<IconFolderOpen size={14} aria-hidden />}>{t('transcript.ownRecording')}</Button>}
      </FileButton>
    </div>
  )
}
