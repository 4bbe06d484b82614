import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Entry, Properties } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import { Draft, type DraftServer } from './draft.ts'
import type { LocalCopies, LocalCopy } from './localCopies.ts'

/** A server that keeps one entry, counts its revisions and can be away. */
class TestingServer implements DraftServer {
  revision = 1
  properties: Properties
  away = false
  state: Entry['state'] = 'not-published'
  reads = 0
  refuses: ApiError | null = null
  saves: Properties[] = []
  cleans: Properties = {}

  constructor(properties: Properties) {
    this.properties = properties
  }

  entry(): Entry {
    return { '@id': 'id', '@name': 'name', '@path': '/name', '@nodeType': 'n', revision: this.revision, state: this.state, properties: this.properties }
  }

  colleagueSaves(change: Properties) {
    this.properties = { ...this.properties, ...change }
    this.revision += 1
  }

  async create(properties: Properties) {
    this.mayFail()
    this.properties = properties
    return { id: 'id', revision: this.revision }
  }

  async read() {
    this.mayFail()
    this.reads += 1
    return this.entry()
  }

  async change(_id: string, revision: number, properties: Properties) {
    this.mayFail()
    if (revision !== this.revision) throw new ApiError(409, 'stale-revision', 'stale')
    this.saves.push(properties)
    const next = { ...this.properties, ...properties }
    for (const [name, value] of Object.entries(properties)) if (value === null) delete next[name]
    this.properties = { ...next, ...this.cleans }
    this.revision += 1
    return { revision: this.revision, cleaned: Object.keys(this.cleans).map((field) => ({ field, removed: ['script'] })) }
  }

  private mayFail() {
    if (this.away) throw new ApiError(0, 'offline', 'away')
    if (this.refuses) throw this.refuses
  }
}

class TestingCopies implements LocalCopies {
  copies = new Map<string, LocalCopy>()
  async read(key: string) { return this.copies.get(key) }
  async write(key: string, copy: LocalCopy) { this.copies.set(key, structuredClone(copy)) }
  async remove(key: string) { this.copies.delete(key) }
  async move(from: string, to: string) {
    const copy = this.copies.get(from)
    if (copy) this.copies.set(to, copy)
    this.copies.delete(from)
  }
}

let server: TestingServer
let copies: TestingCopies
const open = () => new Draft(server, copies, 'type/id', server.entry())

beforeEach(() => {
  vi.useFakeTimers()
  server = new TestingServer({ title: 'Old', summary: 'Words' })
  copies = new TestingCopies()
})
afterEach(() => void vi.useRealTimers())

describe('a draft', () => {
  it('is on the server within a second after typing rests, with the changed fields alone', async () => {
    const draft = open()
    draft.change(['title'], 'N')
    draft.change(['title'], 'New')
    await vi.advanceTimersByTimeAsync(950)
    expect(server.saves).toEqual([{ title: 'New' }])
    expect(draft.state).toBe('saved')
    draft.close()
    expect(copies.copies.size).toBe(0)
  })

  it('is kept in the browser while the server is away, and saved when it is back', async () => {
    const draft = open()
    server.away = true
    draft.change(['title'], 'Typed on a train')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(draft.state).toBe('offline')
    expect(copies.copies.get('type/id')?.values.title).toBe('Typed on a train')
    server.away = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.properties.title).toBe('Typed on a train')
    expect(draft.state).toBe('saved')
  })

  it('takes up after a reload what had not reached the server', async () => {
    server.away = true
    const before = open()
    before.change(['summary'], 'Not lost')
    await vi.advanceTimersByTimeAsync(300)
    server.away = false
    const after = open()
    await after.restore()
    expect(after.values.summary).toBe('Not lost')
    expect(after.restoredFrom).not.toBeNull()
    expect(after.canUndo).toBe(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(server.properties.summary).toBe('Not lost')
  })

  it('undoes after a reload what was saved before it, but for what a colleague changed meanwhile', async () => {
    const before = open()
    before.change(['title'], 'New')
    before.change(['summary'], 'Other')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(before.state).toBe('saved')
    server.colleagueSaves({ summary: 'Hers' })
    const after = open()
    await after.restore()
    expect(after.restoredFrom).toBeNull()
    expect(after.undo()?.path).toEqual(['title'])
    expect(after.canUndo).toBe(false)
    expect(after.values).toEqual({ title: 'Old', summary: 'Hers' })
  })

  it('goes back to what the server had when the text of an earlier session is not wanted, and not to what was before that', async () => {
    const before = open()
    before.change(['title'], 'Saved an hour ago')
    await vi.advanceTimersByTimeAsync(1_000)
    server.away = true
    before.change(['summary'], 'Not wanted')
    before.change(['note'], 'Nor this')
    await vi.advanceTimersByTimeAsync(300)
    server.away = false
    const after = open()
    await after.restore()
    await vi.advanceTimersByTimeAsync(100)
    expect(server.properties.summary).toBe('Not wanted')
    after.discardRestored()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.properties).toEqual({ title: 'Saved an hour ago', summary: 'Words' })
    expect(after.restoredFrom).toBeNull()
    after.undo()
    after.undo()
    expect(after.values.summary).toBe('Not wanted')
  })

  it('keeps both when a colleague changed another field', async () => {
    const draft = open()
    server.colleagueSaves({ summary: 'Hers' })
    draft.change(['title'], 'Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.properties).toEqual({ title: 'Mine', summary: 'Hers' })
    expect(draft.values.summary).toBe('Hers')
    expect(draft.conflicts).toEqual([])
  })

  it('holds back the field that both changed, saves the others, and the choice goes out', async () => {
    const draft = open()
    server.colleagueSaves({ title: 'Hers' })
    draft.change(['title'], 'Mine')
    draft.change(['summary'], 'Also mine')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.state).toBe('conflict')
    expect(draft.conflicts).toEqual([{ property: 'title', base: 'Old', mine: 'Mine', theirs: 'Hers' }])
    expect(server.properties).toEqual({ title: 'Hers', summary: 'Also mine' })
    expect(draft.values.title).toBe('Mine')
    draft.resolve('title', 'mine')
    await vi.advanceTimersByTimeAsync(100)
    expect(server.properties.title).toBe('Mine')
    expect(draft.state).toBe('saved')
  })

  it('takes theirs when told so', async () => {
    const draft = open()
    server.colleagueSaves({ title: 'Hers' })
    draft.change(['title'], 'Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    draft.resolve('title', 'theirs')
    await vi.advanceTimersByTimeAsync(100)
    expect(draft.values.title).toBe('Hers')
    expect(draft.state).toBe('saved')
    draft.undo()
    expect(draft.values.title).toBe('Mine')
  })

  it('undoes over all fields, typing in one field as one step, and never what a colleague wrote', async () => {
    const draft = open()
    draft.change(['title'], 'N')
    draft.change(['title'], 'Ne')
    draft.change(['summary'], 'Other')
    expect(draft.undo()?.path).toEqual(['summary'])
    draft.undo()
    expect(draft.values).toEqual({ title: 'Old', summary: 'Words' })
    draft.redo()
    expect(draft.values.title).toBe('Ne')
    await vi.advanceTimersByTimeAsync(1_000)
    server.colleagueSaves({ title: 'Hers' })
    draft.change(['summary'], 'Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.values.title).toBe('Hers')
    draft.undo()
    draft.undo()
    expect(draft.values.title).toBe('Hers')
  })

  it('says what it was refused for and keeps the text', async () => {
    const draft = open()
    server.refuses = new ApiError(400, 'invalid-entry', 'No', { errors: [{ field: 'title', rule: 'type', message: 'must be text' }] })
    draft.change(['title'], 'Bad')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.state).toBe('refused')
    expect(draft.refusals).toEqual([{ field: 'title', rule: 'type', message: 'must be text' }])
    expect(draft.values.title).toBe('Bad')
  })

  it('that is new is made with its first words and goes on under its id', async () => {
    const draft = new Draft(server, copies, 'type/new', null)
    const made: string[] = []
    draft.onCreated = (id) => made.push(id)
    draft.change(['title'], 'A new one')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(made).toEqual(['id'])
    draft.change(['summary'], 'More')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.properties).toEqual({ title: 'A new one', summary: 'More' })
  })

  it('takes a field away that was emptied', async () => {
    const draft = open()
    draft.change(['summary'], undefined)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.saves).toEqual([{ summary: null }])
  })

  it('takes what the server made of a text, and says what it took out', async () => {
    const draft = open()
    const told: string[][] = []
    draft.onCleaned = (removed) => told.push(removed)
    server.cleans = { title: 'Clean' }
    draft.change(['title'], 'Clean<script>')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.values.title).toBe('Clean')
    expect(draft.state).toBe('saved')
    expect(told).toEqual([['script']])
  })

  it('follows what a colleague does while it is open, and leaves alone what it has seen or saved itself', async () => {
    const draft = open()
    server.colleagueSaves({ summary: 'Theirs' })
    server.state = 'published'
    await draft.follow({ revision: server.revision, isLive: false })
    expect(draft.values).toEqual({ title: 'Old', summary: 'Theirs' })
    expect(draft.entry?.state).toBe('published')

    const reads = server.reads
    await draft.follow({ revision: server.revision, isLive: false })
    expect(server.reads).toBe(reads)
    server.state = 'not-published'
    await draft.follow({ revision: server.revision, isLive: true })
    expect(draft.entry?.state).toBe('not-published')
  })

  it('is not put back by a node that does not know yet what was saved on another', async () => {
    const draft = open()
    const before = await server.read()
    draft.change(['title'], 'Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    server.read = () => Promise.resolve(before)
    await draft.follow({ revision: 3, isLive: false })
    expect(draft.value(['title'])).toBe('Mine')
  })

  it('keeps what is typed while it follows', async () => {
    const draft = open()
    server.colleagueSaves({ summary: 'Theirs' })
    draft.change(['title'], 'Mine')
    const following = draft.follow({ revision: server.revision, isLive: false })
    draft.change(['title'], 'Mine too')
    await following
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.properties).toEqual({ title: 'Mine too', summary: 'Theirs' })
    expect(draft.state).toBe('saved')
  })

  it('undoes what was taken back from a version', async () => {
    const draft = open()
    const restoring = draft.changeBy(async () => server.colleagueSaves({ summary: 'As it was' }))
    // The news of it may be faster than its answer.
    await draft.follow({ revision: 2, isLive: false })
    await restoring
    expect(draft.value(['summary'])).toBe('As it was')
    draft.undo()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.properties).toEqual({ title: 'Old', summary: 'Words' })
  })
})
