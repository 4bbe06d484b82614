import { expect, it } from 'vitest'
import { missingLabels } from './missingLabels.ts'

it('finds labels that were not found, with their place and the keys that were tried', () => {
  const missing = (text: string, ...keys: string[]) => ({ text, keys, missing: true })
  const app = {
    label: { text: 'Boats', keys: ['boats.label'], missing: false },
    browser: { views: [{ name: 'list', columns: [{ name: 'title', label: missing('Title', 'boats.browser.views.list.title.label', 'boat.title.label') }] }] },
    detail: { fields: [{ name: 'level', label: { text: 'Level' }, datasource: { options: [{ value: 'easy', label: missing('Easy', 'boats.level.options.easy.label') }] } }] },
  }
  expect(missingLabels(app)).toEqual([
    { place: 'browser.views.list.columns.title', text: 'Title', keys: ['boats.browser.views.list.title.label', 'boat.title.label'] },
    { place: 'detail.fields.level.datasource.options.easy', text: 'Easy', keys: ['boats.level.options.easy.label'] },
  ])
})
