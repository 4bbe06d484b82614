import { ApiError } from './problem.ts'
import { session } from './session.ts'

export type Query = Record<string, string | number | boolean | string[] | null | undefined>

export interface Call {
  query?: Query
  body?: unknown
  form?: FormData
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Goes out as it is even when the session has ended: logging in itself. */
  anonymous?: boolean
  /** The answer is a file, and comes as a Blob. */
  file?: boolean
}

export interface Reply<T> {
  data: T
  status: number
  headers: Headers
}

const EDITOR = '/.rest/editor/v1'

/** The only place that talks to the server. When the session has ended it waits until somebody has logged in again, then repeats the call. */
export async function call<T>(method: string, path: string, options: Call = {}): Promise<Reply<T>> {
  for (;;) {
    const response = await send(method, path, options)
    if (response.status === 401 && !options.anonymous) {
      await session.renewed(options.signal)
      continue
    }
    if (!response.ok) throw await failure(response)
    const type = response.headers.get('Content-Type') ?? ''
    const data = response.status === 204 ? undefined : options.file ? await response.blob() : type.includes('json') && !type.includes('ndjson') ? await response.json() : await response.text()
    return { data: data as T, status: response.status, headers: response.headers }
  }
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return (await call<T>('GET', path, { query, signal })).data
}

/** Gives a file that was answered to the browser, to be kept under the name that the server says. */
export function keepFile({ data, headers }: Reply<Blob>, otherwise: string) {
  const said = headers.get('Content-Disposition') ?? ''
  const name = /filename\*=UTF-8''([^;]+)/.exec(said)?.[1] ?? /filename="([^"]+)"/.exec(said)?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(data)
  link.download = name ? decodeURIComponent(name) : otherwise
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** What is empty is left out; several values of a name stand one after the other. */
export function parameters(query: Record<string, unknown>): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) given.append(name, String(one))
  }
  return given.toString()
}

/** Sends a request of the generated client as {@link call} sends others. */
export async function answered(request: Request): Promise<Response> {
  for (;;) {
    const attempt = request.clone()
    attempt.headers.set('Accept-Language', session.language())
    const token = session.csrfToken()
    if (token && attempt.method !== 'GET') attempt.headers.set('X-CSRF-Token', token)
    const response = await fetch(attempt).catch((cause: unknown) => {
      if (request.signal.aborted) throw cause
      throw new ApiError(0, 'offline', 'The server did not answer')
    })
    if (response.status === 401) {
      await session.renewed(request.signal)
      continue
    }
    if (!response.ok) throw await failure(response)
    return response
  }
}

export function address(path: string, query: Query = {}): string {
  const text = parameters(query)
  const base = path.startsWith('/.rest') || path.startsWith('/dam') ? path : EDITOR + path
  return text ? `${base}?${text}` : base
}

async function send(method: string, path: string, options: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': session.language(), ...options.headers }
  if (method !== 'GET') {
    const token = session.csrfToken()
    if (token) headers['X-CSRF-Token'] = token
    if (options.body !== undefined && typeof options.body !== 'string') headers['Content-Type'] ??= 'application/json'
  }
  const body = options.form ?? (typeof options.body === 'string' ? options.body : options.body === undefined ? undefined : JSON.stringify(options.body))
  try {
    return await fetch(address(path, options.query), { method, headers, body, signal: options.signal, credentials: 'same-origin' })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ApiError(0, 'offline', 'The server did not answer')
  }
}

async function failure(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
  const message = [body.detail, body.title, response.statusText].find((text) => typeof text === 'string' && text !== '')
  const code = typeof body.code === 'string' ? body.code : String(response.status)
  return new ApiError(response.status, code, String(message ?? response.status), body)
}
