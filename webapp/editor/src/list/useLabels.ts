import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { termsQuery, type Term } from '../api/choices.ts'
import type { Column, EntryPage } from '../api/model.ts'
import { titlesIn } from './useEntries.ts'
import { dataOf } from './usePages.ts'

export interface Labels {
  get: (property: string, value: string) => string | undefined
}

/** What codes and ids in a list are called: terms of vocabularies, titles of entries, options. */
export function useLabels(columns: Column[], loaded: EntryPage[]): Labels {
  const { i18n } = useTranslation()
  const vocabularies = useMemo(() => columns.filter((column) => column.datasource?.kind === 'vocabulary' && column.datasource.url), [columns])
  const titles = useMemo(() => titlesIn(loaded), [loaded])
  const terms = useQueries({
    queries: vocabularies.map((column) => termsQuery(column.datasource?.url, i18n.language)),
    combine: dataOf<Term[]>,
  })
  return useMemo(() => {
    const byProperty = new Map<string, Map<string, string>>()
    vocabularies.forEach((column, at) => byProperty.set(column.property ?? column.name, new Map(terms[at]?.map((term) => [term.code, term.label]))))
    columns.forEach((column) => {
      if (column.datasource?.options) byProperty.set(column.property ?? column.name, new Map(column.datasource.options.map((option) => [option.value, option.label.text])))
    })
    return { get: (property, value) => byProperty.get(property)?.get(value) ?? titles[value] }
  }, [vocabularies, terms, titles, columns])
}
