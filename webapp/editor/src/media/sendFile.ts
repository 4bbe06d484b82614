import { Upload, type DetailedError, type HttpResponse } from 'tus-js-client'
import i18next from 'i18next'
import { optionsQuery, purgeAsset, readAsset, sameContent, trashAsset } from '../api/assets.ts'
import { address } from '../api/http.ts'
import { session } from '../api/session.ts'
import { formatBytes } from '../theme/format.ts'
import { fits, type FileRule } from './fileRule.ts'
import type { UploadItem, Uploads } from './uploads.ts'

export interface Sender {
  start(): Promise<void>
  pause(): Promise<void>
  resume(): void
  cancel(): Promise<void>
  /** Removes what was sent, for another asset is used in its place. */
  forget(item: UploadItem): Promise<void>
}

const PART = 8 * 1024 * 1024
/** A larger file is compared by the server, after it was sent. */
const LARGEST_COMPARED_FIRST = 64 * 1024 * 1024
/** Tried again for hours: whoever does not want it any more gives it up. */
const DELAYS = Array.from({ length: 2_000 }, (_, at) => Math.min(400 * 2 ** at, 8_000))

/** Sends one file by the tus protocol, in parts that go on where they were. */
export function senderOf(item: UploadItem, all: Uploads): Sender {
  let kept: string | undefined
  let duplicateOf: string | undefined
  const tell = (change: Partial<UploadItem>) => all.change(item.id, change)
  const upload = new Upload(item.file, {
    endpoint: address('/uploads'),
    chunkSize: PART,
    retryDelays: DELAYS,
    removeFingerprintOnSuccess: true,
    metadata: { filename: item.file.name, ...(item.folder ? { folder: item.folder } : {}) },
    onBeforeRequest: (request) => {
      const token = session.csrfToken()
      if (token) request.setHeader('X-CSRF-Token', token)
      request.setHeader('Accept-Language', session.language())
    },
    onAfterResponse: (_, response) => {
      kept = response.getHeader('Content-Location') ?? kept
      duplicateOf = response.getHeader('Nephele-Duplicate-Of') ?? duplicateOf
    },
    onProgress: (sent, whole) => tell({ sent, state: sent >= whole ? 'finishing' : 'sending', message: undefined }),
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      const passing = status === 0 || status === 409 || status === 423 || status === 429 || status === 460 || status >= 502
      if (passing) tell({ state: 'stalled', message: i18next.t('upload.stalled') })
      return passing
    },
    onSuccess: () => void finished(),
    onError: (error) => void failed(error),
  })

  const finished = async () => {
    const key = decodeURIComponent(kept?.split('/').at(-1) ?? '')
    if (!duplicateOf || item.same) return tell({ state: 'done', asset: key, sent: item.file.size })
    const same = await readAsset(duplicateOf).catch(() => undefined)
    tell(same ? { state: 'duplicate', same, isSent: true, asset: key, sent: item.file.size } : { state: 'done', asset: key })
  }

  const failed = async (error: Error | DetailedError) => {
    const response = 'originalResponse' in error ? error.originalResponse : null
    if (response?.getStatus() === 401) {
      tell({ state: 'stalled', message: i18next.t('upload.session') })
      await session.renewed()
      upload.start()
      return
    }
    tell({ state: 'refused', message: reason(response, item.file) })
  }

  const send = async () => {
    tell({ state: 'sending' })
    const earlier = all.hasTwin(item) ? [] : await upload.findPreviousUploads().catch(() => [])
    const latest = earlier.find((one) => one.metadata.folder === (item.folder ?? one.metadata.folder))
    if (latest) upload.resumeFromPreviousUpload(latest)
    upload.start()
  }

  let isCompared = false
  return {
    async start() {
      const refusal = await refusedBefore(item.file, item.rule)
      if (refusal) return tell({ state: 'refused', message: refusal })
      const same = await alreadyThere(item.file)
      isCompared = true
      if (same) {
        item = { ...item, same }
        return tell({ state: 'duplicate', same })
      }
      await send()
    },
    pause: () => upload.abort(),
    resume: () => void (isCompared && upload.url ? upload.start() : send()),
    cancel: () => upload.abort(true).catch(() => undefined),
    async forget(known) {
      if (!known.isSent || !known.asset) return
      await trashAsset(known.asset).then(() => purgeAsset(known.asset ?? ''), () => undefined)
    },
  }
}

async function refusedBefore(file: File, rule?: FileRule): Promise<string | undefined> {
  if (file.size === 0) return i18next.t('upload.empty')
  if (rule && !fits(rule, file.type)) return i18next.t('upload.wrongType', { type: file.type, types: rule.types.join(', ') })
  if (rule?.maxSize !== undefined && file.size > rule.maxSize) return i18next.t('upload.tooLarge', { size: formatBytes(file.size), most: formatBytes(rule.maxSize) })
  const { maxFileSize } = await optionsQuery.queryFn().catch(() => ({ maxFileSize: Infinity }))
  return file.size > maxFileSize ? i18next.t('upload.tooLarge', { size: formatBytes(file.size), most: formatBytes(maxFileSize) }) : undefined
}

async function alreadyThere(file: File) {
  // Only pages that came over a safe line may compute it.
  if (file.size > LARGEST_COMPARED_FIRST || !globalThis.crypto?.subtle) return undefined
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const hash = [...digest].map((octet) => octet.toString(16).padStart(2, '0')).join('')
    return (await sameContent(hash))[0]
  } catch {
    return undefined
  }
}

/** What the server says of it, else what can be said by its status. */
function reason(response: HttpResponse | null | undefined, file: File): string {
  try {
    const problem = JSON.parse(response?.getBody() ?? '') as { detail?: string; title?: string }
    if (problem.detail ?? problem.title) return String(problem.detail ?? problem.title)
  } catch {
    // No problem details: a proxy in front, say.
  }
  if (response?.getStatus() === 413) return i18next.t('upload.tooLargeHere', { size: formatBytes(file.size) })
  return i18next.t('upload.refused', { status: response?.getStatus() ?? 0 })
}
