import { useCallback, useEffect, useMemo, useState } from 'react'

export interface Selection {
  ids: Set<string>
  toggle: (id: string) => void
  add: (ids: string[]) => void
  clear: () => void
}

/** Which entries are marked; forgotten when the list shows something else. */
export function useSelection(of: string): Selection {
  const [ids, setIds] = useState<Set<string>>(() => new Set())
  useEffect(() => setIds(new Set()), [of])
  const toggle = useCallback((id: string) => setIds((before) => {
    const next = new Set(before)
    if (!next.delete(id)) next.add(id)
    return next
  }), [])
  const add = useCallback((more: string[]) => setIds((before) => new Set([...before, ...more])), [])
  const clear = useCallback(() => setIds(new Set()), [])
  return useMemo(() => ({ ids, toggle, add, clear }), [ids, toggle, add, clear])
}
