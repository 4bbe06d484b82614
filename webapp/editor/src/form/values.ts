import type { Json, Properties } from '../api/model.ts'

/** Where a value is in a form: members of objects by name, items of lists by place. */
export type Path = readonly (string | number)[]

export const pathText = (path: Path) => path.join('.')

export function valueAt(root: Json | undefined, path: Path): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Record<string | number, Json>)[step]
  }
  return value
}

/** A copy with another value at the path; what does not change is shared. Undefined takes the member away. */
export function withValue(root: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...root] : []
    list[step] = withValue(list[step], rest, value) ?? null
    return list
  }
  const object: Record<string, Json> = root !== null && typeof root === 'object' && !Array.isArray(root) ? { ...root } : {}
  const below = withValue(object[step], rest, value)
  if (below === undefined) delete object[step]
  else object[step] = below
  return object
}

export function same(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true
  if (isNothing(left) && isNothing(right)) return true
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => same(item, right[at]))
  }
  const a = left as Record<string, Json>
  const b = right as Record<string, Json>
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]))
}

/** Whether nothing is stored for it: absent, empty text, empty list, an object of nothing. */
export function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isNothing)
}

/** The properties to save: changed ones with their values, null for those that are gone. */
export function difference(base: Properties, values: Properties): Properties {
  const changed: Properties = {}
  for (const name of new Set([...Object.keys(base), ...Object.keys(values)])) {
    if (!same(base[name], values[name])) changed[name] = clean(values[name]) ?? null
  }
  return changed
}

/** Without what stores nothing: empty members of objects and empty items of lists of texts. */
export function clean(value: Json | undefined): Json | undefined {
  if (isNothing(value)) return undefined
  if (Array.isArray(value)) {
    return value.map((item) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? (clean(item) ?? {}) : item)).filter((item) => item !== '' && item !== null)
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).flatMap(([key, below]) => {
      const kept = clean(below)
      return kept === undefined ? [] : [[key, kept]]
    }))
  }
  return value
}
