import { describe, expect, it } from 'vitest'
import { readDay } from '../fields/DateControls.tsx'
import { shownTerms } from '../fields/VocabularyControl.tsx'
import { wordDiff } from '../entry/words.ts'
import { cleanPaste } from '../fields/paste.ts'
import { pathOf } from './FormContext.tsx'
import { clean, difference, same, valueAt, withValue } from './values.ts'

describe('values in a form', () => {
  it('are changed by copying only what lies on the way', () => {
    const before = { a: [{ x: 1 }, { x: 2 }], b: { c: 'kept' } }
    const after = withValue(before, ['a', 1, 'x'], 3) as typeof before
    expect(after).toEqual({ a: [{ x: 1 }, { x: 3 }], b: { c: 'kept' } })
    expect(after.b).toBe(before.b)
    expect(after.a[0]).toBe(before.a[0])
    expect(valueAt(after, ['a', 1, 'x'])).toBe(3)
    expect(withValue(before, ['b', 'c'], undefined)).toEqual({ a: before.a, b: {} })
  })

  it('count as the same when nothing is stored for them', () => {
    expect(same(undefined, '')).toBe(true)
    expect(same({}, null)).toBe(true)
    expect(same(['a'], ['a', 'b'])).toBe(false)
  })

  it('are saved without empty members', () => {
    expect(clean([{ title: 'x', note: '' }, {}])).toEqual([{ title: 'x' }, {}])
    expect(clean(['a', '', 'b'])).toEqual(['a', 'b'])
    expect(difference({ a: 1, b: 2 }, { a: 1, c: 3 })).toEqual({ b: null, c: 3 })
  })

  it('are found by the names that the server gives places', () => {
    expect(pathOf('materials[0].title')).toEqual(['materials', 0, 'title'])
    expect(pathOf('overview/activities_de')).toEqual(['overview', 'activities_de'])
  })
})

describe('a day', () => {
  it.each([
    ['2012-10-01', '2012-10-01'],
    ['1.10.2012', '2012-10-01'],
    ['2012/10/1', '2012-10-01'],
    ['10.2012', '2012-10'],
    ['2012', '2012'],
    ['31.31.2012', null],
    ['soon', null],
  ])('%s is %s', (typed, stored) => expect(readDay(typed)).toBe(stored))
})

describe('terms', () => {
  const terms = [
    { code: 'C', label: 'Manufacturing', deprecated: false },
    { code: 'C31', label: 'Furniture', deprecated: false, parent: 'C' },
    { code: 'A', label: 'Građevinarstvo', deprecated: false },
  ]

  it('are listed below their parents', () => expect(shownTerms(terms, '').map((term) => [term.code, term.depth])).toEqual([['C', 0], ['C31', 1], ['A', 0]]))

  it('are found without accents, named with what lies above', () => {
    expect(shownTerms(terms, 'gradev').map((term) => term.code)).toEqual(['A'])
    expect(shownTerms(terms, 'furn')[0]?.above).toEqual(['Manufacturing'])
  })
})

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(wordDiff('The old oak stands', 'The young oak stands here')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'gone', text: 'old' },
      { kind: 'added', text: 'young' },
      { kind: 'same', text: ' oak stands' },
      { kind: 'added', text: ' here' },
    ])
  })

  it('of long texts is there soon', () => {
    const text = Array.from({ length: 4_000 }, (_, at) => `word${at}`).join(' ')
    const began = performance.now()
    wordDiff(text, text.replaceAll('word1', 'other'))
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('what is pasted', () => {
  it('from Word has its lists as lists and none of its looks', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--[if gte mso 9]><xml>x</xml><![endif]-->
      <p class="MsoNormal" style="font-family:Calibri"><b>Heading</b><o:p></o:p></p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>First</p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>Second</p>
      <p style="color:red" onclick="x()"><a href="javascript:alert(1)">bad</a> <a href="https://example.org" target="_blank">good</a></p></body></html>`
    const pasted = cleanPaste(word).replaceAll(/\s*\n\s*/g, '')
    expect(pasted).toBe('<p><b>Heading</b></p><ul><li>First</li><li>Second</li></ul><p>bad <a href="https://example.org">good</a></p>')
  })

  it('from Google Docs loses the bold that is none', () => {
    expect(cleanPaste('<b style="font-weight:normal" id="docs-internal-guid"><p dir="ltr"><span style="font-weight:700">Bold</span> plain</p></b>')).toBe('<p><strong>Bold</strong> plain</p>')
  })
})
