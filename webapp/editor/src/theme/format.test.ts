import { afterEach, describe, expect, it } from 'vitest'
import { localeName } from './format.ts'

afterEach(() => { document.documentElement.lang = '' })

describe('the name of a language', () => {
  it.each([['en', 'Montenegrin'], ['de', 'Montenegrinisch'], ['sr', 'црногорски']])('is there in %s for one that browsers do not know', (language, name) => {
    document.documentElement.lang = language
    expect(localeName('cnr')).toBe(name)
  })

  it('is that of the browser for all others, and the code for what is none', () => {
    expect(localeName('sr-Latn')).toBe('Serbian (Latin)')
    expect(localeName('no language')).toBe('no language')
  })
})
