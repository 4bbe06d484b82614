import { Select, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Term } from '../api/choices.ts'
import type { NewTrack } from '../api/transcripts.ts'
import { FileChoice } from '../media/FileChoice.tsx'
import { FileProblems } from './FileProblems.tsx'

interface Props {
  kinds: Term[]
  languages: Term[]
  /** Whether a track has a name of its own. */
  isNamed: boolean
  disabled: boolean
  onFile: (file: File, track: NewTrack) => Promise<void>
}

const choices = (terms: Term[]) => terms.map((one) => ({ value: one.code, label: one.label }))

/** Attaches a file of subtitles or of something like it; what is wrong with it is said line by line. */
export function TrackForm({ kinds, languages, isNamed, disabled, onFile }: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState('captions')
  const [locale, setLocale] = useState<string | null>(null)
  const [label, setLabel] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ error: unknown; file: File } | null>(null)
  const add = async (file: File, encoding?: string) => {
    if (!locale) return
    setBusy(true)
    setRefused(null)
    try {
      await onFile(file, { kind, locale, label: label || undefined, encoding })
      setLabel('')
    } catch (error) {
      setRefused({ error, file })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className="track-add">
        <Select size="xs" label={t('tracks.kind')} allowDeselect={false} value={kind} data={choices(kinds)} onChange={(next) => setKind(next ?? kind)} />
        <Select size="xs" label={t('tracks.language')} searchable value={locale} data={choices(languages)} onChange={setLocale} />
        {isNamed && <TextInput size="xs" label={t('tracks.label')} maxLength={60} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />}
        <FileChoice multiple={false} label={t('tracks.upload')} accept=".vtt,.srt,text/vtt,application/x-subrip" variant="default" loading={busy} disabled={disabled || !locale} leftSection={<IconUpload size={14} aria-hidden />} onFiles={([file]) => { if (file) void add(file) }}>{t('tracks.upload')}</FileChoice>
      </div>
      {refused && <FileProblems error={refused.error} onRetry={(encoding) => void add(refused.file, encoding)} onClose={() => setRefused(null)} />}
    </>
  )
}
