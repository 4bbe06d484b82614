import { useSyncExternalStore } from 'react'
import type { Density } from '../theme/theme.ts'

/** What each person sets for herself, kept in this browser. */
export interface Settings {
  density: Density
  navigation: 'open' | 'closed'
  singleKeys: boolean
  developer: boolean
}

const KEY = 'nephele.settings'
const DEFAULTS: Settings = { density: 'comfortable', navigation: 'open', singleKeys: true, developer: false }
const listeners = new Set<() => void>()
let current: Settings = read()

function read(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) }
  } catch {
    return DEFAULTS
  }
}

export function settings(): Settings {
  return current
}

export function changeSettings(change: Partial<Settings>) {
  current = { ...current, ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  listeners.forEach((listener) => listener())
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
