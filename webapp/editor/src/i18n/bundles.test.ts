import { describe, expect, it } from 'vitest'
import de from './de.json'
import en from './en.json'
import itBundle from './it.json'
import sr from './sr.json'

const PLURALS = /_(zero|one|two|few|many|other)$/
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map((match) => match[1]).toSorted()
const base = (bundle: object) => [...new Set(Object.keys(bundle).map((key) => key.replace(PLURALS, '')))].toSorted()

describe.each([
  ['de', de],
  ['it', itBundle],
  ['sr', sr],
])('the texts in %s', (language, bundle: Record<string, string>) => {
  const english: Record<string, string> = en

  it('are the same texts as in English', () => {
    expect(base(bundle)).toEqual(base(english))
  })

  it('have every plural form that the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const counted = new Set(Object.keys(english).filter((key) => PLURALS.test(key)).map((key) => key.replace(PLURALS, '')))
    const missing = [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !(key in bundle))
    expect(missing).toEqual([])
  })

  it('are not empty and name the same values', () => {
    for (const [key, text] of Object.entries(bundle)) {
      expect(text.trim(), key).not.toBe('')
      const named = placeholders(text)
      const wanted = placeholders(english[key] ?? '')
      // A number may be said in words, or shown where English says it in words.
      const all = placeholders(`${english[key.replace(PLURALS, '_one')]} ${english[key.replace(PLURALS, '_other')]} {{count}}`)
      if (PLURALS.test(key)) expect(all, key).toEqual(expect.arrayContaining(named))
      else expect(named, key).toEqual(wanted)
    }
  })
})
