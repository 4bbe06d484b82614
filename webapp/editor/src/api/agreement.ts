import { get, post, remove } from './http.ts'

export interface Round {
  number: number
  version: string
  partners: string[]
  consents: { organisation: string; by: string; at: string }[]
  openedBy: string
  openedAt: string
  agreedAt?: string
}

export interface RoundStatus {
  round: Round
  state: 'collecting' | 'agreed' | 'outdated'
  missing: string[]
  changedSince: boolean
}

export interface Agreement {
  rounds: RoundStatus[]
  suggested: string[]
  titles: Record<string, string>
  people: Record<string, string>
}

const at = (type: string, id: string) => `/entries/${type}/${id}/agreement`

export const agreementOf = (type: string, id: string) => get<Agreement>(at(type, id))
export const openRound = (type: string, id: string, partners: string[]) => post<RoundStatus>(at(type, id), { partners })
export const consent = (type: string, id: string, organisation: string) => post<RoundStatus>(`${at(type, id)}/consents`, { organisation })
export const withdrawConsent = (type: string, id: string, organisation: string) => remove<RoundStatus>(`${at(type, id)}/consents/${organisation}`)
