import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useEffect, useMemo } from 'react'
import { commentsOf, type Comment, type CommentList } from '../api/comments.ts'
import { onEvent } from '../api/events.ts'

export interface Thread {
  first: Comment
  answers: Comment[]
  resolved: boolean
}

/** In the order in which they were begun. An answer whose thread is gone begins one. */
export function threadsOf(comments: Comment[]): Thread[] {
  const firsts = new Map<string, Thread>()
  for (const comment of comments) {
    const thread = comment.thread ? firsts.get(comment.thread) : undefined
    if (thread) thread.answers.push(comment)
    else firsts.set(comment.id, { first: comment, answers: [], resolved: Boolean(comment.resolvedBy) })
  }
  return [...firsts.values()]
}

export const openThreads = (list: CommentList | undefined) => threadsOf(list?.comments ?? []).filter((thread) => !thread.resolved).length

export const fieldOfPath = (path: string) => path.replaceAll('.', '/')

/** Open threads by field, and the way to them; what marks beside the labels show. */
export interface CommentMarks {
  open: Map<string, number>
  show: (field: string) => void
}

export const CommentContext = createContext<CommentMarks | null>(null)

export function useComments(type: string | undefined, id: string | undefined) {
  const client = useQueryClient()
  const found = useQuery({
    queryKey: ['comments', type, id],
    queryFn: () => commentsOf(type ?? '', id ?? ''),
    enabled: Boolean(type && id),
    staleTime: 30_000,
  })
  useEffect(() => {
    if (!type || !id) return
    return onEvent('comment', (data) => { if (data.entry === id) void client.invalidateQueries({ queryKey: ['comments', type, id] }) })
  }, [type, id, client])
  return found
}

export function useCommentMarks(list: CommentList | undefined, show: (field: string) => void): CommentMarks {
  return useMemo(() => {
    const open = new Map<string, number>()
    for (const thread of threadsOf(list?.comments ?? [])) {
      if (!thread.resolved && thread.first.field) open.set(thread.first.field, (open.get(thread.first.field) ?? 0) + 1)
    }
    return { open, show }
  }, [list, show])
}
