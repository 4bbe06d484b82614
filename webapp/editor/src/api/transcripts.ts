import { useQuery } from '@tanstack/react-query'
import { answer, api, ofEntry, type Schemas } from './client.ts'
import { address, call } from './http.ts'
import type { Saved } from './entries.ts'

export type ExternalVideo = Pick<Schemas['ExternalVideo'], 'host' | 'pageUrl' | 'embedUrl'> & { provider: 'youtube' | 'vimeo' | 'peertube' }
export type Recording = Omit<Schemas['Recording'], 'external'> & { external?: ExternalVideo }
export type Segment = Omit<Schemas['Segment'], 'states'> & { states: Record<string, 'translated' | 'outdated'> }
export type Transcript = Omit<Schemas['Transcript'], 'segments' | 'recordings'> & { segments: Segment[]; recordings: Recording[] }
export type Track = Omit<Schemas['Listed'], 'source'> & { source: 'file' | 'transcript' | 'chapters' }
export type Imported = Schemas['ImportedTranscript']

const entry = (type: string, id: string) => `/entries/${type}/${id}`

/** The file of an asset as it was uploaded, also one that readers do not get. */
export const assetFile = (key: string) => address(`/assets/${key}/file`)

/** @param revision of the draft: another one has another state of translations */
export function useTranscript(type: string, id: string | undefined, revision: number) {
  return useQuery({
    queryKey: ['transcript', type, id, revision],
    queryFn: ({ signal }) => answer(api.GET('/entries/{type}/{id}/segments', { ...ofEntry(type, id ?? ''), signal })) as Promise<Transcript>,
    enabled: id !== undefined,
    placeholderData: (before) => before,
  })
}

export async function importTranscript(type: string, id: string, file: File, locale: string, revision: number, encoding?: string): Promise<Imported> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Imported>('POST', `${entry(type, id)}/segments/import`, { form, query: { locale, revision, encoding } })).data
}

export const transcriptFile = (type: string, id: string, locale: string, format: 'vtt' | 'srt') => address(`${entry(type, id)}/segments/export`, { locale, format })

export const confirmSegments = (type: string, id: string, locale: string, revision: number, segments?: number[]) =>
  answer(api.POST('/entries/{type}/{id}/segments/confirm', { ...ofEntry(type, id), body: { locale, segments, revision } }))

export function useTracks(type: string, id: string | undefined, revision: number) {
  return useQuery({
    queryKey: ['tracks', type, id, revision],
    queryFn: async ({ signal }) => (await answer(api.GET('/entries/{type}/{id}/tracks', { ...ofEntry(type, id ?? ''), signal }))).tracks as Track[],
    enabled: id !== undefined,
    placeholderData: (before) => before,
  })
}

export interface NewTrack {
  kind: string
  locale: string
  label?: string
  encoding?: string
}

export async function putTrack(type: string, id: string, file: File, track: NewTrack, revision: number): Promise<Saved> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Saved>('POST', `${entry(type, id)}/tracks`, { form, query: { ...track, revision } })).data
}

export const removeTrack = (type: string, id: string, { kind, locale }: Track, revision: number) =>
  answer(api.DELETE('/entries/{type}/{id}/tracks/{kind}/{locale}', { params: { path: { type, id, kind, locale }, query: { revision } } }))

export const trackFile = (type: string, id: string, track: Track, format: 'vtt' | 'srt', download = false) =>
  address(`${entry(type, id)}/tracks/${track.kind}/${track.locale}`, { format, download: download || undefined })

/** Whose film an address is of; fails with what is wrong with it. Nothing of the film is loaded. */
export function useExternalVideo(url: string) {
  return useQuery({
    queryKey: ['external-video', url],
    queryFn: ({ signal }) => answer(api.GET('/external-videos', { params: { query: { url } }, signal })) as Promise<ExternalVideo>,
    enabled: url !== '',
    staleTime: Infinity,
    retry: false,
  })
}

export function useMoment(asset: string | undefined, at: number) {
  return useQuery({
    queryKey: ['moment', asset, at],
    queryFn: ({ signal }) => answer(api.GET('/assets/{id}/moment', { params: { path: { id: asset ?? '' }, query: { at } }, signal })),
    enabled: asset !== undefined,
    staleTime: Infinity,
    retry: false,
  })
}
