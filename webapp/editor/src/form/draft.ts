import { ApiError, type FieldError } from '../api/problem.ts'
import type { Entry, Json, Properties } from '../api/model.ts'
import { History, type Step } from './history.ts'
import type { LocalCopies } from './localCopies.ts'
import { merge, set, type Conflict } from './merge.ts'
import { difference, same, valueAt, withValue, type Path } from './values.ts'

/** The server as a draft sees it. */
export interface DraftServer {
  create(properties: Properties): Promise<{ id: string; revision: number; cleaned?: CleanedText[] }>
  read(id: string): Promise<Entry>
  change(id: string, revision: number, properties: Properties): Promise<{ revision: number; cleaned?: CleanedText[] }>
}

/** A rich text of which the server took something out. */
export interface CleanedText {
  field: string
  removed: string[]
}

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict'

const IDLE_MILLIS = 700
/** A new entry gets its address from its title: not from the first letters of it. */
const IDLE_NEW_MILLIS = 2_500
const LOCAL_MILLIS = 150
const LONGEST_WAIT_MILLIS = 15_000

let serials = 0
const nextSerial = () => { serials += 1; return serials }

/**
 * An entry while somebody edits it. Each change is kept in this browser at once and on the server when typing rests; whatever fails, nothing that
 * was typed is dropped. Changes of others are merged field by field.
 */
export class Draft {
  /** Tells it from others of this page; its id comes with the first save. */
  readonly serial = nextSerial()
  entry: Entry | null
  values: Properties
  state: SaveState = 'saved'
  conflicts: Conflict[] = []
  refusals: FieldError[] = []
  failure: ApiError | null = null
  /** When a local copy with unsaved work was found: from when it is. */
  restoredFrom: number | null = null
  /** What the server had where that copy said something else: what one goes back to without it. */
  private restoredOver: Properties = {}
  /** Properties that came from a colleague during this session. */
  taken: string[] = []

  private base: Properties
  private revision: number
  private history = new History()
  private readonly listeners = new Set<() => void>()
  private readonly watchers = new Map<string, Set<() => void>>()
  private saveTimer: ReturnType<typeof setTimeout> | undefined
  private localTimer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> | null = null
  private retries = 0
  private version = 0
  private closed = false
  private readonly server: DraftServer | null
  private readonly local: LocalCopies
  private key: string
  onCreated: (id: string) => void = () => undefined
  onCleaned: (removed: string[]) => void = () => undefined

  /** @param server null for one that is saved by somebody else, as a whole */
  constructor(server: DraftServer | null, local: LocalCopies, key: string, entry: Entry | null, initial: Properties = {}) {
    this.server = server
    this.local = local
    this.key = key
    this.entry = entry
    this.base = entry?.properties ?? {}
    this.values = entry ? entry.properties : initial
    this.revision = entry?.revision ?? 0
  }

  /** Takes up what an earlier session could not save. */
  async restore(): Promise<void> {
    const copy = await this.local.read(this.key).catch(() => undefined)
    if (!copy) return
    const theirs = this.base
    this.history = new History(copy.steps)
    if (same(copy.values, copy.base)) {
      // Nothing was left to save; what others have changed since is theirs.
      this.history.forget(Object.keys(difference(copy.base, theirs)))
      return
    }
    const merged = copy.revision === this.revision ? { values: copy.values, taken: [], conflicts: [] } : merge(copy.base, copy.values, theirs)
    if (same(merged.values, theirs) && merged.conflicts.length === 0) {
      await this.local.remove(this.key)
      return
    }
    this.values = merged.values
    this.conflicts = merged.conflicts
    this.history.forget(merged.taken)
    this.restoredFrom = copy.at
    this.restoredOver = Object.fromEntries(Object.keys(difference(theirs, merged.values)).map((name) => [name, theirs[name] ?? null]))
    this.state = merged.conflicts.length > 0 ? 'conflict' : 'unsaved'
    this.changed()
    this.saveSoon(0)
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Of one property: in a long form a key is told to its own field alone. */
  watch(property: string, listener: () => void) {
    const watching = this.watchers.get(property) ?? new Set()
    this.watchers.set(property, watching.add(listener))
    return () => watching.delete(listener)
  }

  snapshot = () => this.version

  value(path: Path): Json | undefined {
    return valueAt(this.values, path)
  }

  get isNew() {
    return this.entry === null
  }

  get isUnsaved() {
    return !same(this.base, this.values)
  }

  get canUndo() {
    return this.history.canUndo
  }

  get canRedo() {
    return this.history.canRedo
  }

  /** What the server does not have yet, by stored name; null for what was taken away. */
  get unsaved(): Properties {
    return difference(this.base, this.values)
  }

  change(path: Path, value: Json | undefined) {
    const before = this.value(path)
    if (before === value) return
    this.history.record({ path, before, after: value, at: Date.now() })
    this.apply(path, value)
  }

  undo(): Step | undefined {
    const step = this.history.undo()
    if (step) this.apply(step.path, step.before)
    return step
  }

  redo(): Step | undefined {
    const step = this.history.redo()
    if (step) this.apply(step.path, step.after)
    return step
  }

  resolve(property: string, choice: 'mine' | 'theirs' | Json) {
    const conflict = this.conflicts.find((one) => one.property === property)
    if (!conflict) return
    this.conflicts = this.conflicts.filter((one) => one !== conflict)
    if (choice === 'theirs') {
      const values = { ...this.values }
      set(values, property, conflict.theirs)
      this.history.record({ path: [property], before: this.values[property], after: conflict.theirs, at: Date.now() })
      this.values = values
    }
    this.state = this.conflicts.length > 0 ? 'conflict' : this.isUnsaved ? 'unsaved' : 'saved'
    this.changed()
    this.saveSoon(0)
  }

  /** Takes what the server has now, merged with what is not saved yet: after publishing, or a colleague's save. */
  async refresh(): Promise<void> {
    if (!this.entry || !this.server) return
    this.absorb(await this.server.read(this.entry['@id']))
    this.changed()
    if (this.isUnsaved) this.saveSoon(0)
  }

  /** Lets the server change the draft for who writes here, and takes that over: it can be undone as what she types. */
  async changeBy(work: () => Promise<unknown>): Promise<void> {
    const before = this.values
    const changing = work().then(() => this.refresh())
    // Nothing is saved or followed meanwhile.
    this.saving = changing.catch(() => undefined)
    await changing.finally(() => { this.saving = null })
    for (const name of Object.keys(difference(before, this.values))) this.history.record({ path: [name], before: before[name], after: this.values[name], at: Date.now() })
    this.changed()
  }

  /** Takes over what somebody else has just done. What this draft saved itself, or has seen already, is left as it is. */
  async follow(change: { revision: number; isLive: boolean }): Promise<void> {
    await this.saving?.catch(() => undefined)
    if (!this.entry || !this.server || (change.revision <= this.revision && !change.isLive)) return
    const [seen, theirs] = [this.revision, await this.server.read(this.entry['@id'])]
    // A save in between is newer than what was read; and another node may not know yet what was saved here.
    if (this.saving || this.revision !== seen) return this.follow(change)
    if (theirs.revision < seen) return
    this.absorb(theirs)
    this.changed()
    if (this.isUnsaved) this.saveSoon(IDLE_MILLIS)
  }

  /** Saves now and resolves when the server has everything; rejects with what it was refused for. */
  async saveNow(): Promise<void> {
    clearTimeout(this.saveTimer)
    await this.saving
    if (this.isUnsaved || (this.isNew && this.state === 'unsaved')) await this.save()
    if (this.failure) throw this.failure
  }

  /** Goes back to what the server had before unsaved work was found: that may be in its hands by now, and is undone as any change is. */
  discardRestored() {
    this.conflicts = this.conflicts.filter((conflict) => !(conflict.property in this.restoredOver))
    for (const [name, value] of Object.entries(this.restoredOver)) this.change([name], value ?? undefined)
    this.dismissRestored()
  }

  dismissRestored() {
    this.restoredFrom = null
    this.changed()
  }

  /** Keeps what is typed before the page goes away. */
  flush() {
    clearTimeout(this.localTimer)
    if (this.isUnsaved) void this.keepLocally()
  }

  close() {
    this.flush()
    clearTimeout(this.saveTimer)
    if (this.isUnsaved && this.conflicts.length === 0 && !this.isNew) void this.save().catch(() => undefined)
    else if (!this.isUnsaved) void this.local.remove(this.key).catch(() => undefined)
    this.closed = true
  }

  private apply(path: Path, value: Json | undefined) {
    this.values = (withValue(this.values, path, value) ?? {}) as Properties
    this.closed = false
    if (this.refusals.length > 0) this.refusals = this.refusals.filter((error) => error.field.split(/[.[]/)[0] !== path[0])
    if (this.state !== 'saving' && this.state !== 'offline') this.state = this.conflicts.length > 0 ? 'conflict' : 'unsaved'
    this.changed(String(path[0]))
    clearTimeout(this.localTimer)
    this.localTimer = setTimeout(() => void this.keepLocally(), LOCAL_MILLIS)
    this.saveSoon(this.isNew ? IDLE_NEW_MILLIS : IDLE_MILLIS)
  }

  private saveSoon(millis: number) {
    if (!this.server) return
    clearTimeout(this.saveTimer)
    this.saveTimer = setTimeout(() => void this.save().catch(() => undefined), millis)
  }

  private async save(): Promise<void> {
    if (!this.server) return
    if (this.saving) await this.saving
    const held = new Set(this.conflicts.map((conflict) => conflict.property))
    const sent = this.values
    const change = Object.fromEntries(Object.entries(difference(this.base, sent)).filter(([name]) => !held.has(name)))
    if (Object.keys(change).length === 0 && !this.isNew) {
      this.settle()
      return
    }
    this.state = 'saving'
    this.changed()
    this.saving = this.send(this.server, change, sent, held).finally(() => {
      this.saving = null
    })
    await this.saving
  }

  private async send(server: DraftServer, change: Properties, sent: Properties, held: Set<string>): Promise<void> {
    try {
      if (!this.entry) await this.createWith(server, change, sent)
      else {
        const { revision, cleaned } = await server.change(this.entry['@id'], this.revision, change)
        this.accept(revision, sent, held)
        if (cleaned?.length) {
          this.absorb(await server.read(this.entry['@id']))
          this.tellCleaned(cleaned)
        }
      }
      this.retries = 0
      this.failure = null
      // The same list while there is none: a new one has all fields drawn anew.
      if (this.refusals.length > 0) this.refusals = []
      this.settle()
    } catch (error) {
      await this.handle(server, error)
    }
  }

  private async createWith(server: DraftServer, change: Properties, sent: Properties) {
    const properties = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null))
    const { id, cleaned } = await server.create(properties)
    const entry = await server.read(id)
    const from = this.key
    this.key = this.key.replace(/[^/]+$/, id)
    const mine = this.values
    this.entry = entry
    this.revision = entry.revision
    this.base = entry.properties
    this.values = merge(sent, mine, entry.properties).values
    await this.local.move(from, this.key).catch(() => undefined)
    if (cleaned?.length) this.tellCleaned(cleaned)
    this.onCreated(id)
  }

  private tellCleaned(cleaned: CleanedText[]) {
    this.onCleaned([...new Set(cleaned.flatMap((text) => text.removed))])
  }

  private accept(revision: number, sent: Properties, held: Set<string>) {
    const base = { ...sent }
    held.forEach((name) => set(base, name, this.base[name]))
    this.base = base
    this.revision = revision
    if (this.entry) {
      const state = this.entry.state === 'published' ? 'modified' : this.entry.state
      this.entry = { ...this.entry, revision, state, properties: base, 'mgnl:lastModified': new Date().toISOString() }
    }
  }

  private async handle(server: DraftServer, error: unknown) {
    const problem = error instanceof ApiError ? error : new ApiError(0, 'defect', String(error))
    if (problem.code === 'stale-revision' && this.entry) {
      await this.absorbNow(server, this.entry['@id'])
      return
    }
    this.failure = problem
    if (problem.isPassing) {
      this.state = 'offline'
      this.retries += 1
      this.saveSoon(Math.min(LONGEST_WAIT_MILLIS, 1000 * 2 ** (this.retries - 1)))
    } else {
      this.state = 'refused'
      this.refusals = problem.fields
    }
    this.changed()
    await this.keepLocally()
  }

  /** What a colleague saved comes in; an answer that does not come is asked for again with the next save. */
  private async absorbNow(server: DraftServer, id: string) {
    try {
      this.absorb(await server.read(id))
    } catch {
      this.state = 'offline'
    }
    this.changed()
    if (this.isUnsaved) this.saveSoon(this.state === 'offline' ? LONGEST_WAIT_MILLIS : 0)
  }

  private absorb(theirs: Entry) {
    const merged = merge(this.base, this.values, theirs.properties)
    this.values = merged.values
    this.conflicts = [
      ...merged.conflicts,
      ...this.conflicts.filter((old) => !merged.conflicts.some((one) => one.property === old.property) && !same(this.values[old.property], theirs.properties[old.property])),
    ]
    this.history.forget(merged.taken)
    this.taken = merged.taken
    this.entry = theirs
    this.base = theirs.properties
    this.revision = theirs.revision
    this.failure = null
    this.state = this.conflicts.length > 0 ? 'conflict' : this.isUnsaved ? 'unsaved' : 'saved'
  }

  private settle() {
    this.state = this.conflicts.length > 0 ? 'conflict' : this.isUnsaved ? 'unsaved' : 'saved'
    this.changed()
    // What is saved is kept as long as it is open, so that it can be undone after a reload, too.
    if (this.isUnsaved || (this.history.canUndo && !this.closed)) void this.keepLocally()
    else void this.local.remove(this.key).catch(() => undefined)
    if (this.state === 'unsaved') this.saveSoon(IDLE_MILLIS)
  }

  private async keepLocally() {
    const copy = { revision: this.revision, base: this.base, values: this.values, steps: this.history.steps, at: Date.now() }
    // A browser without room or in private mode: the server has the draft a moment later.
    await this.local.write(this.key, copy).catch(() => undefined)
  }

  /** @param property the only one that has another value now; without, any may have */
  private changed(property?: string) {
    this.version += 1
    this.listeners.forEach((listener) => listener())
    const concerned = property === undefined ? [...this.watchers.values()] : [this.watchers.get(property)]
    concerned.forEach((watching) => watching?.forEach((listener) => listener()))
  }
}
