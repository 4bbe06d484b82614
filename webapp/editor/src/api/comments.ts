import { answer, api, ofEntry, type Schemas } from './client.ts'

/** `field` is the stored name of what is spoken of, nested ones with slashes. */
export type Comment = Schemas['Comment']
export type CommentList = Schemas['CommentList']
export type Person = Schemas['Person']

const at = (type: string, id: string, comment: string) => ({ params: { path: { type, id, comment } } })

export const commentsOf = (type: string, id: string) => answer(api.GET('/entries/{type}/{id}/comments', ofEntry(type, id)))
export const say = (type: string, id: string, said: Schemas['Said']) => answer(api.POST('/entries/{type}/{id}/comments', { ...ofEntry(type, id), body: said }))
export const resolveThread = (type: string, id: string, comment: string, resolved: boolean) =>
  answer(api.PUT('/entries/{type}/{id}/comments/{comment}/resolution', { ...at(type, id, comment), body: { resolved } }))
export const removeComment = (type: string, id: string, comment: string) => answer(api.DELETE('/entries/{type}/{id}/comments/{comment}', at(type, id, comment)))
/** Those who may read the entry. */
export const peopleOf = async (type: string, id: string, q: string, signal?: AbortSignal) => (await answer(api.GET('/entries/{type}/{id}/people', { params: { path: { type, id }, query: { q } }, signal }))).people
