import { useCallback, useEffect, useRef, useState } from 'react'
import { onEvent } from '../api/events.ts'
import { gone, here, type Editors } from '../api/presence.ts'
import type { Colleague } from './Presence.tsx'

const EVERY_MILLIS = 5_000
const WINDOW = crypto.randomUUID()
const NOBODY: Colleague[] = []

/** Who else has this entry open, and telling them where one is. */
export function usePresence(id: string | undefined, type: string | undefined): { colleagues: Colleague[]; tell: (path: string) => void } {
  const [colleagues, setColleagues] = useState<Colleague[]>(NOBODY)
  const field = useRef<string | undefined>(undefined)
  const beat = useCallback(async () => {
    if (!id || !type || document.visibilityState === 'hidden') return
    try {
      const found = await here(type, id, WINDOW, field.current)
      setColleagues((before) => updated(before, found))
    } catch {
      setColleagues((before) => (before.length === 0 ? before : NOBODY))
    }
  }, [id, type])
  useEffect(() => {
    if (!id || !type) return
    void beat()
    const timer = setInterval(() => void beat(), EVERY_MILLIS)
    // A page that is left or loaded again does not stay behind as a colleague of one's own.
    const leave = () => void gone(type, id, WINDOW)
    window.addEventListener('pagehide', leave)
    const stop = onEvent('presence', (data) => { if (data.id === id || data.entry === id) void beat() })
    return () => {
      clearInterval(timer)
      stop()
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id, type, beat])
  const tell = useCallback((path: string) => {
    if (field.current === path) return
    field.current = path
    void beat()
  }, [beat])
  return { colleagues, tell }
}

function updated(before: Colleague[], { editors, people }: Editors): Colleague[] {
  const others = editors.filter((editor) => editor.window !== WINDOW).map((editor) => ({ user: `${editor.user} ${editor.window}`, name: people[editor.user] ?? editor.user, path: editor.field }))
  return JSON.stringify(others) === JSON.stringify(before) ? before : others
}
