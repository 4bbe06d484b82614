import type { Schemas } from './client.ts'
import { get, post, remove } from './http.ts'

export type Round = Schemas['Round']
export type RoundStatus = Schemas['Status']
export type Agreement = Schemas['AgreementList']

const at = (type: string, id: string) => `/entries/${type}/${id}/agreement`

export const agreementOf = (type: string, id: string) => get<Agreement>(at(type, id))
export const openRound = (type: string, id: string, partners: string[]) => post<RoundStatus>(at(type, id), { partners })
export const consent = (type: string, id: string, organisation: string) => post<RoundStatus>(`${at(type, id)}/consents`, { organisation })
export const withdrawConsent = (type: string, id: string, organisation: string) => remove<RoundStatus>(`${at(type, id)}/consents/${organisation}`)
