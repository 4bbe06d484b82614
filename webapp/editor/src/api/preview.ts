import { answer, api, ofEntry, type Schemas } from './client.ts'
import type { Properties } from './model.ts'

/** `address` is where readers will find it. */
export type Preview = Omit<Schemas['Shown'], 'delivered'> & { delivered: Properties }

/** What delivery will answer once the draft is published with these fields; nothing is changed. */
export const previewEntry = (type: string, id: string, fields: Properties, locale: string, signal: AbortSignal) =>
  answer(api.POST('/entries/{type}/{id}/preview', { ...ofEntry(type, id), body: { fields, locale }, signal })) as unknown as Promise<Preview>
