import { createContext, useContext } from 'react'

/** Somebody else on the same entry, and the field she is in. */
export interface Colleague {
  user: string
  name: string
  path?: string
}

export const PresenceContext = createContext<Colleague[]>([])

export function initials(name: string): string {
  return name.split(/[\s.@_-]+/).filter(Boolean).slice(0, 2).map((part) => part[0]?.toUpperCase()).join('')
}

/** Who else is in this field right now. */
export function Presence({ path }: { path: string }) {
  const here = useContext(PresenceContext).filter((colleague) => colleague.path === path)
  return here.map((colleague) => <span key={colleague.user} className="presence" title={colleague.name}>{initials(colleague.name)}<span className="only-read">{colleague.name}</span></span>)
}
