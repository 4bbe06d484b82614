import { answer, api, ofEntry, type Schemas } from './client.ts'

export type Referrer = Schemas['Usage']

/** `hidden` is how many more there are that one may not read. */
export type UsedIn = Schemas['UsedIn']

export const usedIn = (type: string, id: string) => answer(api.GET('/entries/{type}/{id}/used-in', ofEntry(type, id)))
