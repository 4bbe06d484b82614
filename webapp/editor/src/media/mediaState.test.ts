import { describe, expect, it } from 'vitest'
import { childOf, mediaQuery, parentOf, readMediaSearch, withFacet } from './mediaState.ts'

describe('the address of the library', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(readMediaSearch({ q: 'loom', folder: '/logos', trash: true, view: 'list', sort: 'title', filter: { kind: ['image'], colour: ['red'], licence: 'CC0' }, x: 1 })).toEqual({ q: 'loom', folder: '/logos', trash: true, view: 'list', sort: 'title', filter: { kind: ['image'] } })
    expect(readMediaSearch({ folder: 'logos', sort: 'colour', trash: 'yes' })).toEqual({})
  })

  it('looks below a folder as soon as something is searched or filtered', () => {
    expect(mediaQuery({ folder: '/logos' })).toMatchObject({ folder: '/logos', below: undefined, sort: '-modified' })
    expect(mediaQuery({ folder: '/logos', q: 'x' }).below).toBe(true)
    expect(mediaQuery(withFacet({ folder: '/logos' }, 'kind', ['image']))).toMatchObject({ below: true, kind: ['image'] })
    expect(withFacet({ filter: { kind: ['image'] } }, 'kind', [])).toEqual({ filter: undefined })
  })

  it('knows folders by their paths', () => {
    expect([parentOf('/a/b'), parentOf('/a'), childOf('/', 'a'), childOf('/a', 'b')]).toEqual(['/a', '/', '/a', '/a/b'])
  })
})
