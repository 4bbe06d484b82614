import { describe, expect, it } from 'vitest'
import type { Field } from '../api/model.ts'
import { fileRuleOf, fits, kindsOf } from './fileRule.ts'

const field = (parameters: Record<string, unknown>) => ({ validators: [{ type: 'fileValidator', enforced: true, parameters }] }) as unknown as Field

describe('which files may stand in a field', () => {
  it('is what its definition says, by whole types and by stars', () => {
    const rule = fileRuleOf(field({ types: ['image/*', 'application/pdf'], maxSize: 1000 }))
    expect(rule).toEqual({ types: ['image/*', 'application/pdf'], maxSize: 1000 })
    expect([fits(rule, 'image/png'), fits(rule, 'application/pdf'), fits(rule, 'video/mp4')]).toEqual([true, true, false])
    expect(kindsOf(rule)).toEqual(['image', 'document'])
  })

  it('is any file where nothing is said, and what the browser does not know is left to the server', () => {
    expect(fits(fileRuleOf({ validators: [] } as unknown as Field), 'video/mp4')).toBe(true)
    expect(fits(fileRuleOf(field({ types: ['image/*'] })), '')).toBe(true)
  })
})
