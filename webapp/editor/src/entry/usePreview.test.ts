import { describe, expect, it } from 'vitest'
import type { AppModel, Field } from '../api/model.ts'
import { delivered, itemsOf } from './delivered.ts'
import { ahead } from './usePreview.ts'

const field = (name: string, more: Partial<Field> = {}) => ({ name, property: name, type: 'textField', valueType: 'string', i18n: false, multiple: false, confidential: false, stored: true, validators: [], attributes: {}, ...more }) as unknown as Field
const app = { defaultLocale: 'en', locales: [{ id: 'en', label: 'English', fallbacks: [] }, { id: 'de', label: 'German', fallbacks: ['en'] }], detail: { fields: [field('title', { i18n: true }), field('secret', { confidential: true }), field('partner', { type: 'linkField', valueType: 'reference' }), field('story', { type: 'richTextField' })] } } as unknown as AppModel

describe('what readers will get', () => {
  it('has the plain texts that were typed since the server was asked, and leaves all else to its answer', () => {
    const json = { '@name': 'one', title: 'Before', partner: { title: 'A partner' }, story: '<p>clean</p>' }
    const asked = { title: 'Before', partner: 'p1', story: '<p>clean</p>' }
    expect(ahead(app, json, asked, { title: 'After', partner: 'p2', story: '<p onclick="x">typed</p>' })).toEqual({ ...json, title: 'After' })
    expect(ahead(app, json, asked, { partner: 'p1', story: '<p>clean</p>' })).not.toHaveProperty('title')
  })

  it('is, without a server, the texts of one language or what they fall back to, and nothing confidential', () => {
    const values = { title: 'English', secret: 'x', partner: 'p1' }
    expect(delivered(app, values, 'de')).toEqual({ title: 'English', partner: 'p1' })
    expect(delivered(app, { ...values, title_de: 'Deutsch' }, 'de')).toMatchObject({ title: 'Deutsch' })
  })

  it('may come as a list, or as nodes under numbered names', () => {
    expect(itemsOf([1, 2])).toEqual([1, 2])
    expect(itemsOf({ '@nodes': ['a0', 'a1'], a1: 'second', a0: 'first' })).toEqual(['first', 'second'])
    expect(itemsOf(undefined)).toEqual([])
  })
})
