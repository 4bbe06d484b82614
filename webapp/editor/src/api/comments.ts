import type { Schemas } from './client.ts'
import { get, post, put, remove } from './http.ts'

/** `field` is the stored name of what is spoken of, nested ones with slashes. */
export type Comment = Schemas['Comment']
export type CommentList = Schemas['CommentList']
export type Person = Schemas['Person']

const at = (type: string, id: string) => `/entries/${type}/${id}`

export const commentsOf = (type: string, id: string) => get<CommentList>(`${at(type, id)}/comments`)
export const say = (type: string, id: string, said: { text: string; field?: string; thread?: string }) => post<Comment>(`${at(type, id)}/comments`, said)
export const resolveThread = (type: string, id: string, comment: string, resolved: boolean) => put<Comment>(`${at(type, id)}/comments/${comment}/resolution`, { resolved })
export const removeComment = (type: string, id: string, comment: string) => remove(`${at(type, id)}/comments/${comment}`)
/** Those who may read the entry. */
export const peopleOf = async (type: string, id: string, q: string, signal?: AbortSignal) => (await get<{ people: Person[] }>(`${at(type, id)}/people`, { q }, signal)).people
