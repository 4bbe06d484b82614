import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { termsQuery } from '../api/choices.ts'
import type { Column } from '../api/model.ts'

export interface Labels {
  get: (property: string, value: string) => string | undefined
}

/** What codes and ids in a list are called: terms of vocabularies, titles of entries, options. */
export function useLabels(columns: Column[], titles: Record<string, string>): Labels {
  const { i18n } = useTranslation()
  const vocabularies = columns.filter((column) => column.datasource?.kind === 'vocabulary' && column.datasource.url)
  const terms = useQueries({
    queries: vocabularies.map((column) => termsQuery(column.datasource?.url, i18n.language)),
  })
  return useMemo(() => {
    const byProperty = new Map<string, Map<string, string>>()
    vocabularies.forEach((column, at) => byProperty.set(column.property ?? column.name, new Map(terms[at]?.data?.map((term) => [term.code, term.label]))))
    columns.forEach((column) => {
      if (column.datasource?.options) byProperty.set(column.property ?? column.name, new Map(column.datasource.options.map((option) => [option.value, option.label.text])))
    })
    return { get: (property, value) => byProperty.get(property)?.get(value) ?? titles[value] }
  }, [vocabularies, terms, titles, columns])
}
