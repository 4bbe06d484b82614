import { useEffect, useRef, useSyncExternalStore } from 'react'
import { settings } from '../api/settings.ts'

/** Something one can do here: shown in the palette and in the list of shortcuts, and run by its keys. */
export interface Command {
  id: string
  label: string
  group: string
  /** As `Mod+K`, `Alt+ArrowDown`, `?` or `n`; Mod is Ctrl, or Cmd on a Mac. */
  keys?: string
  /** Also while typing in a field; always so for keys with Mod or Alt. */
  whileTyping?: boolean
  /** Kept out of the palette: moves the focus, which the palette itself has. */
  hidden?: boolean
  run: () => void
}

const commands = new Map<string, Command>()
const listeners = new Set<() => void>()
let list: Command[] = []

function changed() {
  list = [...commands.values()]
  listeners.forEach((listener) => listener())
}

export function useAllCommands(): Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => list,
  )
}

/** Offers commands as long as the calling component is shown. Their deeds may change at every rendering, their names and keys rarely. */
export function useCommands(offered: Command[]) {
  const latest = useRef(offered)
  latest.current = offered
  const shape = offered.map((command) => `${command.id}|${command.label}|${command.keys ?? ''}`).join('\n')
  useEffect(() => {
    const ids = latest.current.map((command) => command.id)
    for (const command of latest.current) {
      commands.set(command.id, { ...command, run: () => latest.current.find((one) => one.id === command.id)?.run() })
    }
    changed()
    return () => {
      ids.forEach((id) => commands.delete(id))
      changed()
    }
  }, [shape])
}

export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const mod = parts.includes('Mod')
  if ((IS_MAC ? event.metaKey : event.ctrlKey) !== mod || (IS_MAC ? event.ctrlKey : event.metaKey)) return false
  if (event.altKey !== parts.includes('Alt')) return false
  // Which shift makes `?` depends on the keyboard.
  if (key.length > 1 || /[a-z]/i.test(key)) {
    if (event.shiftKey !== parts.includes('Shift')) return false
  }
  return event.key.toLowerCase() === key.toLowerCase()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  for (const command of commands.values()) {
    if (!command.keys || !matches(command.keys, event)) continue
    const single = !/Mod|Alt/.test(command.keys)
    if (single && !command.whileTyping && (isTyping(event.target) || !settings().singleKeys)) continue
    if (single && document.querySelector('[role="dialog"]')) continue
    event.preventDefault()
    command.run()
    return
  }
}

export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
