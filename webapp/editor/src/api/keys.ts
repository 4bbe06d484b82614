import { answer, api, type Schemas } from './client.ts'

export type OpenSession = Schemas['OpenSession']
export type ApiToken = Schemas['ApiToken']
export type TokenInput = Schemas['TokenInput']

export const sessions = async (all: boolean) => (await answer(api.GET('/sessions', { params: { query: { all } } }))).results
export const endSession = (id: string) => answer(api.DELETE('/sessions/{id}', { params: { path: { id } } }))
/** @param others all but the one of this browser */
export const endSessions = (others: boolean) => answer(api.DELETE('/sessions', { params: { query: { others } } }))
export const tokens = async (all: boolean) => (await answer(api.GET('/tokens', { params: { query: { all } } }))).results
export const makeToken = (body: TokenInput) => answer(api.POST('/tokens', { body }))
export const revokeToken = (id: string) => answer(api.DELETE('/tokens/{id}', { params: { path: { id } } }))
export const changePassword = (before: string, after: string) => answer(api.POST('/me/password', { body: { before, after } }))
