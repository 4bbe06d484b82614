import i18next from 'i18next'
import type { Field, Json } from '../api/model.ts'
import { isNothing } from './values.ts'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The text of rich text, whose length counts without its mark-up. */
export function plainText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}

export function lengthOf(field: Field, value: Json | undefined): number {
  if (typeof value !== 'string') return 0
  return field.valueType === 'html' ? plainText(value).length : value.length
}

export function limits(field: Field): { minLength?: number; maxLength?: number } {
  const length = field.validators.find((validator) => validator.type === 'lengthValidator')?.parameters ?? {}
  const most = length.max ?? field.attributes.maxLength
  return { minLength: number(length.min), maxLength: number(most) }
}

function number(value: unknown): number | undefined {
  const parsed = typeof value === 'string' ? Number(value) : value
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined
}

/** What stands against publishing this value, in plain words; null when nothing does. A draft may be saved in any case. */
export function complaint(field: Field, value: Json | undefined): string | null {
  if (isNothing(value)) return field.required ? (field.requiredMessage?.text ?? i18next.t('rule.required')) : null
  for (const validator of field.validators) {
    const text = broken(field, validator.type, validator.parameters, value)
    if (text) return validator.errorMessage && !validator.errorMessage.missing ? validator.errorMessage.text : text
  }
  return null
}

function broken(field: Field, type: string, parameters: Record<string, unknown>, value: Json | undefined): string | null {
  switch (type) {
    case 'lengthValidator':
      return brokenLength(lengthOf(field, value), number(parameters.min), number(parameters.max))
    case 'rangeValidator':
      return typeof value === 'number' ? brokenRange(value, number(parameters.min), number(parameters.max)) : null
    case 'regexpValidator':
      return typeof value === 'string' && !fits(String(parameters.pattern ?? ''), value) ? i18next.t('rule.pattern', { pattern: String(parameters.pattern) }) : null
    case 'emailValidator':
      return typeof value === 'string' && !EMAIL.test(value) ? i18next.t('rule.email') : null
    default:
      return null
  }
}

function brokenLength(length: number, least?: number, most?: number): string | null {
  if (least !== undefined && length < least) return i18next.t('rule.tooShort', { count: least - length, least })
  if (most !== undefined && length > most) return i18next.t('rule.tooLong', { count: length - most, most })
  return null
}

function brokenRange(value: number, least?: number, most?: number): string | null {
  if (least !== undefined && value < least) return i18next.t('rule.atLeast', { least })
  if (most !== undefined && value > most) return i18next.t('rule.atMost', { most })
  return null
}

function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value)
  } catch {
    // Java's patterns know more than this browser's: the server decides.
    return true
  }
}
