import { describe, expect, it } from 'vitest'
import type { AppModel, Field } from '../api/model.ts'
import { placeOf } from './places.ts'

const label = (text: string) => ({ text, keys: [], missing: false })
const field = (name: string, more: Partial<Field> = {}) => ({ name, property: name, type: 'textField', label: label(name.toUpperCase()), stored: true, ...more }) as unknown as Field
const app = {
  defaultLocale: 'en',
  locales: [{ id: 'en', label: 'English', fallbacks: [] }, { id: 'sr_Latn', label: 'Serbian', fallbacks: [] }],
  detail: {
    layout: { tabs: [{ name: 'first', fields: ['title', 'year'] }, { name: 'second', fields: ['quotes', 'address', 'contact'] }] },
    fields: [
      field('title', { i18n: true }),
      field('year'),
      field('quotes', { item: field('quotes', { fields: [field('text', { i18n: true }), field('speaker')] }) }),
      field('address', { storage: 'same', fields: [field('street', { i18n: true }), field('town')] }),
      field('contact', { selector: field('kind'), forms: [{ name: 'letter', label: label('Letter'), fields: [field('box', { i18n: true })] }] }),
    ],
  },
} as unknown as AppModel

describe('the place of a stored value', () => {
  it.each([
    ['title', 'first', 'TITLE', undefined],
    ['title_sr_Latn', 'first', 'TITLE', 'sr_Latn'],
    ['year', 'first', 'YEAR', undefined],
    ['quotes[1].text_sr_Latn', 'second', 'QUOTES › 2 › TEXT', 'sr_Latn'],
    ['quotes.1.speaker', 'second', 'QUOTES › 2 › SPEAKER', undefined],
    ['street_sr_Latn', 'second', 'ADDRESS › STREET', 'sr_Latn'],
    ['town', 'second', 'ADDRESS › TOWN', undefined],
    ['contact.box_sr_Latn', 'second', 'CONTACT › BOX', 'sr_Latn'],
    ['contact.kind', 'second', 'CONTACT › KIND', undefined],
  ])('%s is in the tab %s, is called %s, in the language %s', (name, tab, said, locale) => {
    const place = placeOf(app, name)
    expect([place.tab, place.label, place.locale]).toEqual([tab, said, locale ?? 'en'])
  })

  it('has a language where it is said in each anew, and none where it is the same in all', () => {
    expect(['title', 'quotes.0.text', 'street'].map((name) => placeOf(app, name).localized)).toEqual([true, true, true])
    expect(['year', 'quotes', 'quotes.0.speaker', 'town', 'unknown'].map((name) => placeOf(app, name).localized)).toEqual([false, false, false, false, false])
  })
})
