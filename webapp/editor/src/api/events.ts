import { address } from './http.ts'

/** What happens on the server while one looks on: `change`, `presence`, `job`, `notification`, `comment`. */
export type EventName = 'change' | 'presence' | 'job' | 'notification' | 'comment'
export type EventData = Record<string, unknown>
type Listener = (data: EventData) => void

const listeners = new Map<EventName, Set<Listener>>()
const interrupted = new Set<() => void>()
let isInterrupted = false
let source: EventSource | null = null

const NAMES: EventName[] = ['change', 'presence', 'job', 'notification', 'comment']

/** One stream for the whole page; it connects again by itself, and brings the changes that were missed. */
function connect() {
  source = new EventSource(address('/events'))
  for (const name of NAMES) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      const data = JSON.parse(event.data) as EventData
      listeners.get(name)?.forEach((listener) => listener(data))
    })
  }
  source.addEventListener('open', () => {
    if (isInterrupted) interrupted.forEach((listener) => listener())
    isInterrupted = false
  })
  source.addEventListener('error', () => {
    isInterrupted = true
    // A stream that was refused does not come back by itself: the session has ended, say.
    if (source?.readyState === EventSource.CLOSED) {
      source = null
      setTimeout(() => { if (!source && listeners.size > 0) connect() }, 5_000)
    }
  })
}

/** When the stream is there again after it was not: only changes of entries are told later, and not all of those. */
export function onReturn(listener: () => void): () => void {
  interrupted.add(listener)
  return () => void interrupted.delete(listener)
}

export function onEvent(name: EventName, listener: Listener): () => void {
  const known = listeners.get(name) ?? new Set()
  known.add(listener)
  listeners.set(name, known)
  if (!source) connect()
  return () => {
    known.delete(listener)
    if (known.size === 0) listeners.delete(name)
    if (listeners.size === 0) {
      source?.close()
      source = null
    }
  }
}
