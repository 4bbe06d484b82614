import createClient from 'openapi-fetch'
import { answered, parameters } from './http.ts'
import type { components, paths } from './schema.ts'

/** The shapes of what is sent and answered, as the server describes them. */
export type Schemas = components['schemas']

const EDITOR = '/.rest/editor/v1'

type Routes = { [Path in keyof paths as Path extends `/.rest/editor/v1${infer Rest}` ? Rest : never]: paths[Path] }

/** Every route of the editor API by its path: what it takes and answers is checked against the description of the server. */
export const api = createClient<Routes>({ baseUrl: EDITOR, fetch: answered, querySerializer: parameters, headers: { Accept: 'application/json' } })

/** What a route answers. A refusal is thrown as an ApiError before that. */
export async function answer<T>(reply: Promise<{ data?: T }>): Promise<T> {
  return (await reply).data as T
}

/** The place of an entry in the path of a route. */
export const ofEntry = (type: string, id: string) => ({ params: { path: { type, id } } })
