import { useQuery } from '@tanstack/react-query'
import { address, call, get, post } from './http.ts'
import type { Saved } from './entries.ts'

export interface ExternalVideo {
  provider: 'youtube' | 'vimeo' | 'peertube'
  host: string
  pageUrl: string
  embedUrl: string
}

export interface Recording {
  contentType: string
  id: string
  title: string
  asset?: string
  mimeType?: string
  external?: ExternalVideo
}

export interface Transcript {
  revision: number
  property: string
  sourceLocale: string
  segments: { texts: Record<string, string>; states: Record<string, 'translated' | 'outdated'> }[]
  locales: { locale: string; total: number; translated: number; outdated: number }[]
  recordings: Recording[]
}

const entry = (type: string, id: string) => `/entries/${type}/${id}`

/** The file of an asset as it was uploaded, also one that readers do not get. */
export const assetFile = (key: string) => address(`/assets/${key}/file`)

/** @param revision of the draft: another one has another state of translations */
export function useTranscript(type: string, id: string | undefined, revision: number) {
  return useQuery({
    queryKey: ['transcript', type, id, revision],
    queryFn: ({ signal }) => get<Transcript>(`${entry(type, id ?? '')}/segments`, undefined, signal),
    enabled: id !== undefined,
    placeholderData: (before) => before,
  })
}

export interface Imported extends Saved {
  segments: number
  changed: number
  untouched: number
}

export async function importTranscript(type: string, id: string, file: File, locale: string, revision: number, encoding?: string): Promise<Imported> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Imported>('POST', `${entry(type, id)}/segments/import`, { form, query: { locale, revision, encoding } })).data
}

export const transcriptFile = (type: string, id: string, locale: string, format: 'vtt' | 'srt') => address(`${entry(type, id)}/segments/export`, { locale, format })

export const confirmSegments = (type: string, id: string, locale: string, revision: number, segments?: number[]) =>
  post<{ confirmed: number }>(`${entry(type, id)}/segments/confirm`, { locale, segments, revision })

export interface Track {
  kind: string
  locale: string
  label?: string
  source: 'file' | 'transcript' | 'chapters'
  asset?: string
  texts?: number
  problem?: string
}

export function useTracks(type: string, id: string | undefined, revision: number) {
  return useQuery({
    queryKey: ['tracks', type, id, revision],
    queryFn: async ({ signal }) => (await get<{ tracks: Track[] }>(`${entry(type, id ?? '')}/tracks`, undefined, signal)).tracks,
    enabled: id !== undefined,
    placeholderData: (before) => before,
  })
}

export async function putTrack(type: string, id: string, file: File, track: { kind: string; locale: string; label?: string; encoding?: string }, revision: number): Promise<Saved> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Saved>('POST', `${entry(type, id)}/tracks`, { form, query: { ...track, revision } })).data
}

export const removeTrack = async (type: string, id: string, track: Track, revision: number) =>
  (await call<Saved>('DELETE', `${entry(type, id)}/tracks/${track.kind}/${track.locale}`, { query: { revision } })).data

export const trackFile = (type: string, id: string, track: Track, format: 'vtt' | 'srt', download = false) =>
  address(`${entry(type, id)}/tracks/${track.kind}/${track.locale}`, { format, download: download || undefined })

/** Whose film an address is of; fails with what is wrong with it. Nothing of the film is loaded. */
export function useExternalVideo(url: string) {
  return useQuery({
    queryKey: ['external-video', url],
    queryFn: ({ signal }) => get<ExternalVideo>('/external-videos', { url }, signal),
    enabled: url !== '',
    staleTime: Infinity,
    retry: false,
  })
}

export interface Moment {
  link: string
  at: number
  madeBy: string
}

export function useMoment(asset: string | undefined, at: number) {
  return useQuery({
    queryKey: ['moment', asset, at],
    queryFn: ({ signal }) => get<Moment>(`/assets/${asset}/moment`, { at }, signal),
    enabled: asset !== undefined,
    staleTime: Infinity,
    retry: false,
  })
}
