import { ActionIcon, Menu, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowsJoin2, IconCheck, IconCircleDashed, IconDots, IconPlayerPlay, IconPlus, IconScissors, IconTrash } from '@tabler/icons-react'
import { memo, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { END, seconds, START, words, type Segment, type TranslationState } from './segments.ts'
import { TimeInput } from './TimeInput.tsx'

/** The stored names of a segment's values in one language. */
export interface Names {
  locale: string
  label: string
  text: string
  speaker?: string
}

/** What can be done to a segment; the same for all rows, for as long as the list is shown. */
export interface Deeds {
  change: (at: number, name: string, value: string | number | undefined) => void
  take: (at: number, name: typeof START | typeof END) => void
  play: (at: number) => void
  split: (at: number) => void
  join: (at: number) => void
  insert: (at: number) => void
  remove: (at: number) => void
  confirm: (at: number) => void
  caret: (at: number, position: number) => void
}

interface Props {
  segment: Segment
  at: number
  isLast: boolean
  isCurrent: boolean
  source: Names
  target?: Names
  state: TranslationState
  problem: string | null
  canPlay: boolean
  readOnly: boolean
  deeds: Deeds
}

/** Where a browser does not fit a field to its text by itself. */
const rows = (text: Segment[string] | undefined, target: Names | undefined) => Math.max(1, Math.ceil(words(text).length / (target ? 34 : 68)))

export const segmentFieldId = (at: number, name: string) => `segment-${at}-${name}`

export const SegmentRow = memo(function SegmentRow({ segment, at, isLast, isCurrent, source, target, state, problem, canPlay, readOnly, deeds }: Props) {
  const { t } = useTranslation()
  const number = at + 1
  const caret = (event: SyntheticEvent<HTMLTextAreaElement>) => deeds.caret(at, event.currentTarget.selectionStart)
  return (
    <div className="segment" data-current={isCurrent || undefined} data-state={target ? state : undefined} aria-current={isCurrent || undefined} role="group" aria-label={t('transcript.segment', { number })}>
      <div className="segment-times">
        <span className="segment-number" aria-hidden>{number}</span>
        <TimeInput value={seconds(segment[START])} label={t('transcript.startOf', { number })} takeLabel={t('transcript.takeStart', { number })} readOnly={readOnly} wrong={problem !== null} onChange={(time) => deeds.change(at, START, time)} onTake={canPlay ? () => deeds.take(at, START) : undefined} />
        <TimeInput value={seconds(segment[END])} label={t('transcript.endOf', { number })} takeLabel={t('transcript.takeEnd', { number })} readOnly={readOnly} wrong={problem !== null} onChange={(time) => deeds.change(at, END, time)} onTake={canPlay ? () => deeds.take(at, END) : undefined} />
      </div>
      <div className="segment-said">
        <div className="segment-language">
          {source.speaker && <TextInput size="xs" aria-label={t('transcript.speakerOf', { number, language: source.label })} placeholder={t('transcript.speaker')} readOnly={readOnly} value={words(segment[source.speaker])} onChange={(event) => deeds.change(at, source.speaker ?? '', event.currentTarget.value || undefined)} />}
          <Textarea size="sm" rows={rows(segment[source.text], target)} id={segmentFieldId(at, source.text)} aria-label={t('transcript.textOf', { number, language: source.label })} readOnly={readOnly} value={words(segment[source.text])} onSelect={caret} onFocus={caret} onChange={(event) => { caret(event); deeds.change(at, source.text, event.currentTarget.value || undefined) }} />
        </div>
        {target && (
          <div className="segment-language">
            {target.speaker && <TextInput size="xs" aria-label={t('transcript.speakerOf', { number, language: target.label })} placeholder={words(segment[source.speaker ?? '']) || t('transcript.speaker')} readOnly={readOnly} value={words(segment[target.speaker])} onChange={(event) => deeds.change(at, target.speaker ?? '', event.currentTarget.value || undefined)} />}
            <Textarea size="sm" rows={rows(segment[target.text], target)} id={segmentFieldId(at, target.text)} lang={target.locale} aria-label={t('transcript.textOf', { number, language: target.label })} readOnly={readOnly} value={words(segment[target.text])} onChange={(event) => deeds.change(at, target.text, event.currentTarget.value || undefined)} />
            <StateMark state={state} onConfirm={readOnly ? undefined : () => deeds.confirm(at)} />
          </div>
        )}
        {problem && <p className="field-error">{problem}</p>}
      </div>
      <div className="segment-tools">
        {canPlay && <ActionIcon size={28} aria-label={t('transcript.playFrom', { number })} title={t('transcript.playFrom', { number })} onClick={() => deeds.play(at)}><IconPlayerPlay size={15} /></ActionIcon>}
        {!readOnly && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target><ActionIcon size={28} aria-label={t('transcript.more', { number })}><IconDots size={15} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconScissors size={15} />} onClick={() => deeds.split(at)}>{t('transcript.split')}</Menu.Item>
              <Menu.Item leftSection={<IconArrowsJoin2 size={15} />} disabled={isLast} onClick={() => deeds.join(at)}>{t('transcript.join')}</Menu.Item>
              <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => deeds.insert(at)}>{t('transcript.insert')}</Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => deeds.remove(at)}>{t('transcript.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  )
})

const ICONS = { missing: IconCircleDashed, outdated: IconAlertTriangle, translated: IconCheck }

function StateMark({ state, onConfirm }: { state: TranslationState; onConfirm?: () => void }) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <p className="segment-state" data-state={state}>
      <Icon size={14} aria-hidden />
      <span>{t(`transcript.${state}`)}</span>
      {state === 'outdated' && onConfirm && <button type="button" className="link" onClick={onConfirm}>{t('transcript.stillFits')}</button>}
    </p>
  )
}
