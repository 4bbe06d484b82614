import type { Json, Properties } from '../api/model.ts'
import { same } from './values.ts'

/** A property that two people changed differently since the same revision. */
export interface Conflict {
  property: string
  base: Json | undefined
  mine: Json | undefined
  theirs: Json | undefined
}

export interface Merged {
  values: Properties
  /** What only the other one changed, and is now here. */
  taken: string[]
  conflicts: Conflict[]
}

/** Field by field: what one side changed stays changed; what both changed differently keeps mine and is named. */
export function merge(base: Properties, mine: Properties, theirs: Properties): Merged {
  const values: Properties = { ...mine }
  const taken: string[] = []
  const conflicts: Conflict[] = []
  for (const property of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    if (same(base[property], theirs[property])) continue
    if (same(base[property], mine[property])) {
      taken.push(property)
      set(values, property, theirs[property])
    } else if (!same(mine[property], theirs[property])) {
      conflicts.push({ property, base: base[property], mine: mine[property], theirs: theirs[property] })
    }
  }
  return { values, taken, conflicts }
}

export function set(values: Properties, property: string, value: Json | undefined) {
  if (value === undefined) delete values[property]
  else values[property] = value
}
