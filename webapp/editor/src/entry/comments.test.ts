import { describe, expect, it } from 'vitest'
import type { Comment } from '../api/comments.ts'
import { panelOf } from '../together/notices.ts'
import { readTaskSearch } from '../together/taskSearch.ts'
import { fieldOfPath, openThreads, threadsOf } from './comments.ts'
import { mentionAt } from './mentions.ts'

const said = (id: string, more: Partial<Comment> = {}): Comment => ({ id, entry: 'e', contentType: 'award', text: id, mentions: [], author: 'ana', at: '2026-11-30T09:00:00Z', ...more })

describe('threads of comments', () => {
  it('hold their answers in order, whoever resolved them', () => {
    const all = [said('a', { field: 'title' }), said('b', { resolvedBy: 'ben' }), said('c', { thread: 'a' }), said('d', { thread: 'a' })]
    const threads = threadsOf(all)
    expect(threads.map((thread) => [thread.first.id, thread.answers.map((answer) => answer.id), thread.resolved])).toEqual([['a', ['c', 'd'], false], ['b', [], true]])
    expect(openThreads({ comments: all, people: {} })).toBe(1)
  })

  it('are begun by an answer whose thread is gone', () => {
    expect(threadsOf([said('c', { thread: 'gone' })]).map((thread) => thread.first.id)).toEqual(['c'])
  })

  it('name nested fields with slashes', () => {
    expect(fieldOfPath('materials.0.title_de')).toBe('materials/0/title_de')
  })
})

describe('a name after an @', () => {
  it('is looked for up to the caret', () => {
    expect(mentionAt('Right, @bor', 11)).toEqual({ from: 7, name: 'bor' })
    expect(mentionAt('@', 1)).toEqual({ from: 0, name: '' })
    expect(mentionAt('Right, @boris now', 9)).toEqual({ from: 7, name: 'b' })
  })

  it('is none in an e-mail address, or after a space', () => {
    expect(mentionAt('ask a@b', 7)).toBeNull()
    expect(mentionAt('@boris ', 7)).toBeNull()
  })
})

describe('links', () => {
  it('lead from a notification to the panel that shows more', () => {
    expect(['mention', 'reply', 'task', 'schedule.publish.failed', 'agreement.asked'].map(panelOf)).toEqual(['comments', 'comments', 'workflow', 'schedule', 'agreement'])
  })

  it('to tasks keep what is known and nothing else', () => {
    expect(readTaskSearch({ whose: 'organisation', overdue: 'true', other: 1 })).toEqual({ whose: 'organisation', overdue: true })
    expect(readTaskSearch({ whose: 'x' })).toEqual({ whose: undefined, overdue: undefined })
  })
})
