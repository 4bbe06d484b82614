import { useCallback, useEffect, useMemo, useState } from 'react'

export interface Selection {
  ids: Set<string>
  /** All that the list has, also what is not loaded; until one of them is taken out. */
  all: boolean
  chooseAll: () => void
  toggle: (id: string) => void
  add: (ids: string[]) => void
  clear: () => void
}

/** Which entries are marked; forgotten when the list shows something else. */
export function useSelection(of: string): Selection {
  const [ids, setIds] = useState<Set<string>>(() => new Set())
  const [all, setAll] = useState(false)
  const clear = useCallback(() => {
    setAll(false)
    setIds(new Set())
  }, [])
  useEffect(clear, [of, clear])
  const chooseAll = useCallback(() => setAll(true), [])
  const toggle = useCallback((id: string) => {
    setAll(false)
    setIds((before) => {
      const next = new Set(before)
      if (!next.delete(id) && !all) next.add(id)
      return next
    })
  }, [all])
  const add = useCallback((more: string[]) => setIds((before) => new Set([...before, ...more])), [])
  return useMemo(() => ({ ids, all, chooseAll, toggle, add, clear }), [ids, all, chooseAll, toggle, add, clear])
}
