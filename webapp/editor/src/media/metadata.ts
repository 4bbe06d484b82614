import type { Json } from '../api/model.ts'

export type MetadataType = 'text' | 'whole' | 'number' | 'flag' | 'moment'

/** What can be known of a file, in the order in which it is shown. */
export const METADATA: [name: MetadataName, type: MetadataType][] = [
  ['title', 'text'], ['creator', 'text'], ['artist', 'text'], ['copyright', 'text'], ['description', 'text'], ['keywords', 'text'], ['created', 'moment'], ['language', 'text'], ['pages', 'whole'], ['words', 'whole'], ['width', 'whole'], ['height', 'whole'],
  ['orientation', 'text'], ['animated', 'flag'], ['duration', 'number'], ['frameRate', 'number'], ['rotation', 'whole'], ['videoCodec', 'text'], ['audioCodec', 'text'], ['sampleRate', 'whole'], ['channels', 'whole'], ['latitude', 'number'], ['longitude', 'number'],
]

export type MetadataName =
  | 'title' | 'creator' | 'artist' | 'copyright' | 'description' | 'keywords' | 'created' | 'language' | 'pages' | 'words' | 'width' | 'height'
  | 'orientation' | 'animated' | 'duration' | 'frameRate' | 'rotation' | 'videoCodec' | 'audioCodec' | 'sampleRate' | 'channels' | 'latitude' | 'longitude'

/** What was typed, as it is sent: a number where one is meant and one was typed; else the text, which the server refuses by name. */
export function typed(type: MetadataType, text: string): Json {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (type === 'whole' || type === 'number') {
    const number = Number(trimmed.replace(',', '.'))
    return Number.isFinite(number) ? number : trimmed
  }
  return trimmed
}

export const shown = (value: Json | undefined): string => (value === undefined || value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value))
