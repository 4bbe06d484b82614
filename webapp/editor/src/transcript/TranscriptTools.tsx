import { Button, Menu, Select } from '@mantine/core'
import { IconArrowDown, IconChecks, IconDownload, IconUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentLocale } from '../api/model.ts'
import { importTranscript, transcriptFile, type Transcript } from '../api/transcripts.ts'
import { useForm } from '../form/FormContext.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { localeName } from '../theme/format.ts'
import { FileProblems } from './FileProblems.tsx'
import type { Names } from './SegmentRow.tsx'
import type { TranslationState } from './segments.ts'

interface Props {
  type: string
  transcript?: Transcript
  source: Names
  target?: Names
  locales: ContentLocale[]
  states: TranslationState[]
  readOnly: boolean
  onTarget: (locale: string) => void
  onConfirm: () => void
  onUnfinished: () => void
}

/** Which translation is beside, how far it is, and files in and out. */
export function TranscriptTools({ type, transcript, source, target, locales, states, readOnly, onTarget, onConfirm, onUnfinished }: Props) {
  const { t } = useTranslation()
  const { draft } = useForm()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [locale, setLocale] = useState('')
  const [refused, setRefused] = useState<{ error: unknown; file: File } | null>(null)
  const [busy, setBusy] = useState(false)
  const id = draft.entry?.['@id']
  const count = (state: TranslationState) => states.filter((one) => one === state).length
  const bring = async (file: File, encoding?: string) => {
    if (!id) return
    setBusy(true)
    setRefused(null)
    try {
      await draft.saveNow()
      const imported = await importTranscript(type, id, file, locale, draft.entry?.revision ?? 0, encoding)
      await draft.refresh()
      await client.invalidateQueries({ queryKey: ['transcript', type] })
      if (locale !== source.locale) onTarget(locale)
      tellDone(t('transcript.imported', { count: imported.changed }) + (imported.untouched > 0 ? ` ${t('transcript.untouched', { count: imported.untouched })}` : ''))
    } catch (error) {
      setRefused({ error, file })
    } finally {
      setBusy(false)
    }
  }
  const take = async (of: string, format: 'vtt' | 'srt') => {
    if (!id) return
    try {
      await draft.saveNow()
      const link = document.createElement('a')
      link.href = transcriptFile(type, id, of, format)
      link.download = ''
      link.click()
    } catch (error) {
      tellFailure(error)
    }
  }
  const ask = (into: string) => { setLocale(into); setTimeout(() => input.current?.click()) }
  const others = locales.filter((one) => one.id !== source.locale)
  const progress = (one: string) => transcript?.locales.find((known) => known.locale === one)
  const label = (one: ContentLocale) => one.label || localeName(one.id)
  const done = (one: string) => {
    const known = progress(one)
    return known && known.translated > 0 ? t('transcript.progress', { translated: known.translated, total: known.total }) : ''
  }
  const inLanguages = target ? [source, target] : [source]
  return (
    <div className="transcript-tools">
      <p className="small"><span className="quiet">{t('transcript.spoken')}</span> {source.label}</p>
      <Select size="xs" label={t('transcript.beside')} placeholder={t('transcript.noTranslation')} clearable searchable={others.length > 8} clearButtonProps={{ 'aria-label': t('transcript.noTranslation') }} value={target?.locale ?? null} data={others.map((one) => ({ value: one.id, label: label(one) }))} renderOption={({ option }) => <span>{option.label}<span className="quiet small track-about">{done(option.value)}</span></span>} onChange={(next) => onTarget(next ?? source.locale)} />
      {target && (
        <div className="transcript-progress" role="status">
          <span>{t('transcript.progress', { translated: states.length - count('missing'), total: states.length })}</span>
          {count('outdated') > 0 && <span className="transcript-outdated">{t('transcript.countOutdated', { count: count('outdated') })}</span>}
        </div>
      )}
      {target && count('translated') < states.length && <Button size="xs" variant="default" leftSection={<IconArrowDown size={14} aria-hidden />} onClick={onUnfinished}>{t('transcript.unfinished')}</Button>}
      {target && !readOnly && count('outdated') > 0 && <Button size="xs" variant="default" leftSection={<IconChecks size={14} aria-hidden />} onClick={onConfirm}>{t('transcript.allFit')}</Button>}
      <div className="row wrap">
        {!readOnly && (
          <Menu withinPortal>
            <Menu.Target><Button size="xs" variant="default" loading={busy} disabled={!id} leftSection={<IconUpload size={14} aria-hidden />}>{t('transcript.import')}</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => ask(source.locale)}>{t('transcript.importSource', { language: source.label })}</Menu.Item>
              {target && <Menu.Item onClick={() => ask(target.locale)}>{t('transcript.importTranslation', { language: target.label })}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
        <Menu withinPortal>
          <Menu.Target><Button size="xs" variant="default" disabled={!id || states.length === 0} leftSection={<IconDownload size={14} aria-hidden />}>{t('transcript.export')}</Button></Menu.Target>
          <Menu.Dropdown>
            {inLanguages.flatMap((one) => (['vtt', 'srt'] as const).map((format) => <Menu.Item key={`${one.locale}-${format}`} onClick={() => void take(one.locale, format)}>{one.label} · {format === 'vtt' ? 'WebVTT' : 'SubRip (SRT)'}</Menu.Item>))}
          </Menu.Dropdown>
        </Menu>
        <input ref={input} type="file" accept=".vtt,.srt,text/vtt,application/x-subrip" hidden aria-label={t('transcript.import')} onChange={(event) => { const file = event.currentTarget.files?.[0]; event.currentTarget.value = ''; if (file) void bring(file) }} />
      </div>
      {refused && <FileProblems error={refused.error} onRetry={(encoding) => void bring(refused.file, encoding)} onClose={() => setRefused(null)} />}
    </div>
  )
}
