import { expect, it } from 'vitest'
import type { AppModel, Entry } from '../api/model.ts'
import { entryTitle, listLocale } from '../entry/titles.ts'
import { listQuery } from './listState.ts'

const app = {
  defaultLocale: 'en',
  locales: [{ id: 'en', fallbacks: [] }, { id: 'de', fallbacks: ['it'] }, { id: 'it', fallbacks: [] }],
  detail: { fields: [{ property: 'title', i18n: true, valueType: 'string' }] },
} as unknown as AppModel

it('shows entries in the language of the interface where the site has it', () => {
  expect([listLocale(app, 'de'), listLocale(app, 'sr')]).toEqual(['de', 'en'])
  expect(listQuery(app, {}, [], 'de')).toMatchObject({ locale: 'de', columns: ['title'] })
})

it('names an entry in that language, or in what it falls back to', () => {
  const entry = (properties: object) => ({ '@name': 'one', properties }) as unknown as Entry
  expect(entryTitle(app, entry({ title: 'Salt', title_it: 'Sale', title_de: 'Salz' }), 'de')).toBe('Salz')
  expect(entryTitle(app, entry({ title: 'Salt', title_it: 'Sale' }), 'de')).toBe('Sale')
  expect(entryTitle(app, entry({}), 'de')).toBe('one')
})
