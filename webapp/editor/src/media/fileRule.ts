import { kindOf, type AssetKind } from '../api/assets.ts'
import type { Field } from '../api/model.ts'

/** Which files may stand in a field. */
export interface FileRule {
  /** Media types, whole or with a star: `application/pdf`, `image/*`; none for all. */
  types: string[]
  maxSize?: number
}

export function fileRuleOf(field: Field): FileRule {
  const parameters = field.validators.find((one) => one.type === 'fileValidator')?.parameters ?? {}
  return { types: Array.isArray(parameters.types) ? parameters.types.map(String) : [], maxSize: typeof parameters.maxSize === 'number' ? parameters.maxSize : undefined }
}

/** By what the browser takes a file for; the server looks into it. One of an unknown type is left to the server. */
export function fits(rule: FileRule, mimeType: string): boolean {
  if (rule.types.length === 0 || mimeType === '') return true
  return rule.types.some((type) => (type.endsWith('/*') ? mimeType.startsWith(type.slice(0, -1)) : type === mimeType))
}

/** The kinds of which there are files that may stand there; none for all. */
export const kindsOf = (rule: FileRule): AssetKind[] => [...new Set(rule.types.map((type) => kindOf(type)))]
