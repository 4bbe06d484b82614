import type { Field, Json } from '../api/model.ts'
import { plainText } from '../form/validate.ts'

const UUID = /^(jcr:)?[0-9a-f]{8}-[0-9a-f-]{27}$/

/** A few words of a nested value, by which one item is told from the next. */
export function summaryOf(field: Field, value: Json | undefined): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value === undefined || value === null ? '' : String(value)
  const texts: string[] = []
  for (const below of field.fields ?? []) {
    const one = value[below.property ?? below.name]
    if (typeof one === 'string' && one && !UUID.test(one)) texts.push(below.valueType === 'html' ? plainText(one) : one)
    else if (typeof one === 'number') texts.push(String(one))
    if (texts.length === 3) break
  }
  return texts.join(' · ').slice(0, 120)
}
