import type { Schemas } from './client.ts'
import { ApiError } from './problem.ts'

export type Me = Schemas['Me']

/** `checking` before the first answer; `expired` when somebody was logged in and the server no longer knows: work stays on the screen. */
export type SessionState = { kind: 'checking' } | { kind: 'none' } | { kind: 'open'; me: Me } | { kind: 'expired'; me: Me }

type Listener = () => void

class Session {
  private state: SessionState = { kind: 'checking' }
  private readonly listeners = new Set<Listener>()
  private waiting: Listener[] = []

  snapshot = (): SessionState => this.state

  subscribe = (listener: Listener) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  csrfToken(): string | undefined {
    return this.state.kind === 'open' || this.state.kind === 'expired' ? this.state.me.csrfToken : undefined
  }

  /** The name of who is logged in, or was until a moment ago. */
  user(): string | undefined {
    return this.state.kind === 'open' || this.state.kind === 'expired' ? this.state.me.name : undefined
  }

  language(): string {
    return document.documentElement.lang || 'en'
  }

  opened(me: Me) {
    this.set({ kind: 'open', me })
    const waiting = this.waiting
    this.waiting = []
    waiting.forEach((wake) => wake())
  }

  closed() {
    this.set({ kind: 'none' })
  }

  /** Resolves when somebody has logged in again. */
  renewed(signal?: AbortSignal): Promise<void> {
    if (this.state.kind === 'open') this.set({ kind: 'expired', me: this.state.me })
    if (this.state.kind === 'checking') this.set({ kind: 'none' })
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve)
      signal?.addEventListener('abort', () => reject(new ApiError(401, 'not-authenticated', 'Not logged in')), { once: true })
    })
  }

  private set(state: SessionState) {
    this.state = state
    this.listeners.forEach((listener) => listener())
  }
}

export const session = new Session()
