import { answer, api, type Schemas } from './client.ts'

export type AuditEntry = Schemas['AuditEntry']

export interface AuditFilter {
  actor?: string
  kind?: string
  entry?: string
  since?: string
  until?: string
}

/** The latest first; `next` goes on from there. */
export const auditPage = (filter: AuditFilter, before: number, signal?: AbortSignal) => answer(api.GET('/audit', { params: { query: { ...filter, before, limit: 50 } }, signal }))
export const verifyAudit = () => answer(api.GET('/audit/verification', {}))

/** What is recorded; see docs/users-and-rights.md. */
export const KINDS = [
  'entry-saved', 'entry-removed', 'entry-published', 'entry-unpublished', 'login', 'login-refused', 'logout', 'password-verified', 'password-changed', 'password-reset', 'session-ended',
  'sessions-ended', 'token-made', 'token-used', 'token-revoked', 'user-created', 'user-changed', 'user-suspended', 'user-enabled', 'user-removed', 'user-from-provider', 'group-changed', 'group-removed',
] as const
export type Kind = (typeof KINDS)[number]
