import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../shell/commands.ts'
import type { Deeds } from './SegmentRow.tsx'
import { END, START } from './segments.ts'
import type { Active } from './useSegmentDeeds.ts'

interface Keys {
  media: RefObject<HTMLVideoElement | null>
  active: RefObject<Active>
  deeds: Deeds
  step: (by: number) => void
  unfinished: () => void
  readOnly: boolean
}

/** Listening and writing without leaving the keys; they are in the list of shortcuts and in the palette. */
export function useTranscriptKeys({ media, active, deeds, step, unfinished, readOnly }: Keys) {
  const { t } = useTranslation()
  const group = t('transcript.commands')
  const film = (deed: (player: HTMLVideoElement) => void) => () => { if (media.current) deed(media.current) }
  const here = (deed: (at: number) => void) => () => deed(active.current.at)
  const listening = [
    { id: 'transcript-play', label: t('transcript.playPause'), group, keys: 'Alt+K', run: film((player) => { if (player.paused) void player.play().catch(() => undefined); else player.pause() }) },
    { id: 'transcript-back', label: t('transcript.back'), group, keys: 'Alt+J', run: film((player) => { player.currentTime = Math.max(0, player.currentTime - 3) }) },
    { id: 'transcript-jump', label: t('transcript.playHere'), group, keys: 'Alt+G', run: here(deeds.play) },
    { id: 'transcript-up', label: t('transcript.previous'), group, keys: 'Alt+ArrowUp', run: () => step(-1) },
    { id: 'transcript-down', label: t('transcript.next'), group, keys: 'Alt+ArrowDown', run: () => step(1) },
    { id: 'transcript-unfinished', label: t('transcript.unfinished'), group, keys: 'Alt+Shift+ArrowDown', run: unfinished },
  ]
  const writing = [
    { id: 'transcript-start', label: t('transcript.takeStartHere'), group, keys: 'Alt+I', run: here((at) => deeds.take(at, START)) },
    { id: 'transcript-end', label: t('transcript.takeEndHere'), group, keys: 'Alt+O', run: here((at) => deeds.take(at, END)) },
    { id: 'transcript-split', label: t('transcript.split'), group, keys: 'Alt+Enter', run: here(deeds.split) },
    { id: 'transcript-join', label: t('transcript.join'), group, keys: 'Alt+Shift+Enter', run: here(deeds.join) },
  ]
  useCommands(readOnly ? listening : [...listening, ...writing])
}
