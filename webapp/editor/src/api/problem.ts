import type { Schemas } from './client.ts'

export type FieldError = Schemas['FieldError']

/** What a request failed of. `offline` is no answer at all; otherwise what the server said, as problem details (RFC 9457). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldError[]
  /** Names this failure in the server's log. */
  readonly id: string
  readonly body: Record<string, unknown>

  constructor(status: number, code: string, message: string, body: Record<string, unknown> = {}) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.body = body
    this.fields = Array.isArray(body.errors) ? (body.errors as FieldError[]) : []
    this.id = typeof body.id === 'string' ? body.id : newId()
  }

  get isOffline() {
    return this.status === 0
  }

  /** Worth trying again later without anybody doing anything: no answer, or a server that is starting or busy. */
  get isPassing() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504 || this.status === 429
  }
}

export function newId(): string {
  return crypto.randomUUID().slice(0, 8)
}
