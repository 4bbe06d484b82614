import { answer, api, ofEntry, type Schemas } from './client.ts'

export type Round = Schemas['Round']
export type RoundStatus = Schemas['Status']
export type Agreement = Schemas['AgreementList']

export const agreementOf = (type: string, id: string) => answer(api.GET('/entries/{type}/{id}/agreement', ofEntry(type, id)))
export const openRound = (type: string, id: string, partners: string[]) => answer(api.POST('/entries/{type}/{id}/agreement', { ...ofEntry(type, id), body: { partners } }))
export const consent = (type: string, id: string, organisation: string) => answer(api.POST('/entries/{type}/{id}/agreement/consents', { ...ofEntry(type, id), body: { organisation } }))
export const withdrawConsent = (type: string, id: string, organisation: string) =>
  answer(api.DELETE('/entries/{type}/{id}/agreement/consents/{organisation}', { params: { path: { type, id, organisation } } }))
