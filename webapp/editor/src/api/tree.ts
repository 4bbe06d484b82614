import { answer, api, type Schemas } from './client.ts'

export type TreeNode = Schemas['Node']

export const childrenOf = async (type: string, path: string, locale: string) => (await answer(api.GET('/tree/{type}', { params: { path: { type }, query: { path, locale, limit: 1000 } } }))).nodes
