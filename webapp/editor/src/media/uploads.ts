import { useSyncExternalStore } from 'react'
import type { Asset } from '../api/assets.ts'
import type { FileRule } from './fileRule.ts'
import type { Sender } from './sendFile.ts'

/**
 * `waiting` for its turn, `checking` whether it is there already, `duplicate` when it is and somebody has to say, `stalled` while the server or the network is away, `finishing`
 * while the server takes a look at the whole file.
 */
export type UploadState = 'waiting' | 'checking' | 'duplicate' | 'sending' | 'paused' | 'stalled' | 'finishing' | 'done' | 'refused'

export interface UploadItem {
  id: string
  file: File
  folder?: string
  /** The field it is for; none for the library. */
  owner?: string
  /** Which files that field takes. */
  rule?: FileRule
  state: UploadState
  sent: number
  message?: string
  /** What is there with the same content. */
  same?: Asset
  /** Whether the file was sent before that was known. */
  isSent?: boolean
  asset?: string
}

type Done = (key: string) => void

const AT_ONCE = 3
const GOING: UploadState[] = ['checking', 'sending', 'stalled', 'finishing']

/** All uploads of this window, wherever one goes meanwhile. */
export class Uploads {
  private items: UploadItem[] = []
  private readonly listeners = new Set<() => void>()
  private readonly senders = new Map<string, Sender>()
  private readonly heirs = new Map<string, Done>()
  private readonly begin: (item: UploadItem, uploads: Uploads) => Promise<Sender>
  private ended = 0

  constructor(begin: (item: UploadItem, uploads: Uploads) => Promise<Sender>) {
    this.begin = begin
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  all = () => this.items

  /** Rises with each upload that came to an end, so that lists are asked again. */
  finished = () => this.ended

  get isBusy() {
    return this.items.some((item) => GOING.includes(item.state) || item.state === 'waiting')
  }

  add(files: File[], options: { folder?: string; owner?: string; rule?: FileRule; onDone?: Done } = {}) {
    const { onDone, ...rest } = options
    const added = files.map((file): UploadItem => ({ id: crypto.randomUUID?.() ?? String(Math.random()), file, ...rest, state: 'waiting', sent: 0 }))
    added.forEach((item) => { if (onDone) this.heirs.set(item.id, onDone) })
    this.items = [...this.items, ...added]
    this.next()
  }

  change(id: string, change: Partial<UploadItem>) {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item))
    if (change.state === 'done' || change.state === 'refused') this.ended += 1
    if (change.state === 'done' && change.asset) this.heirs.get(id)?.(change.asset)
    if (change.state === 'done' || change.state === 'refused' || change.state === 'duplicate' || change.state === 'paused') this.next()
    else this.tell()
  }

  /** Whether the same file is on its way already: then this one begins anew, and does not take up what the other has sent. */
  hasTwin({ id, file }: UploadItem) {
    return this.items.some((other) => other.id !== id && other.file.name === file.name && other.file.size === file.size && (GOING.includes(other.state) || other.state === 'paused'))
  }

  pause(id: string) {
    void this.senders.get(id)?.pause()
    this.change(id, { state: 'paused' })
  }

  resume(id: string) {
    const sender = this.senders.get(id)
    if (!sender) this.change(id, { state: 'waiting' })
    else {
      this.change(id, { state: 'sending' })
      sender.resume()
    }
    this.next()
  }

  /** Takes the asset that is there; what was sent already goes again. */
  reuse(id: string) {
    const item = this.items.find((one) => one.id === id)
    if (!item?.same) return
    void this.senders.get(id)?.forget(item)
    this.change(id, { state: 'done', asset: item.same['@id'] })
  }

  keepBoth(id: string) {
    const item = this.items.find((one) => one.id === id)
    if (item?.isSent) this.change(id, { state: 'done' })
    else {
      this.change(id, { state: 'sending', same: undefined })
      this.senders.get(id)?.resume()
    }
  }

  /** Gives it up; nothing of it stays on the server. */
  cancel(id: string) {
    void this.senders.get(id)?.cancel()
    this.drop(id)
    this.next()
  }

  retry(id: string) {
    this.senders.delete(id)
    this.change(id, { state: 'waiting', sent: 0, message: undefined })
    this.next()
  }

  /** Takes what has ended off the list. */
  clear(owner?: string) {
    this.items.filter((item) => item.owner === owner && (item.state === 'done' || item.state === 'refused')).forEach((item) => this.drop(item.id))
    this.tell()
  }

  /** Takes what was uploaded to the library off the list. */
  clearDone() {
    this.items.filter((item) => item.owner === undefined && item.state === 'done').forEach((item) => this.drop(item.id))
    this.tell()
  }

  private drop(id: string) {
    this.items = this.items.filter((item) => item.id !== id)
    this.senders.delete(id)
    this.heirs.delete(id)
  }

  private next() {
    const going = this.items.filter((item) => GOING.includes(item.state)).length
    const waiting = this.items.filter((item) => item.state === 'waiting').slice(0, Math.max(0, AT_ONCE - going))
    for (const item of waiting) {
      this.items = this.items.map((one) => (one === item ? { ...one, state: 'checking' } : one))
      void this.begin(item, this).then((sender) => {
        if (!this.items.some((one) => one.id === item.id)) return sender.cancel()
        this.senders.set(item.id, sender)
        return sender.start()
      })
    }
    this.tell()
  }

  private tell() {
    this.listeners.forEach((listener) => listener())
  }
}

export const uploads = new Uploads(async (item, all) => (await import('./sendFile.ts')).senderOf(item, all))

window.addEventListener('beforeunload', (event) => { if (uploads.isBusy) event.preventDefault() })

export function useUploads(owner?: string): UploadItem[] {
  return useSyncExternalStore(uploads.subscribe, uploads.all).filter((item) => item.owner === owner)
}

export const useFinishedUploads = () => useSyncExternalStore(uploads.subscribe, uploads.finished)
