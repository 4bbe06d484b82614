import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, type Schemas } from './client.ts'
import { get } from './http.ts'

/** An entry or asset as pickers show it. */
export type Hit = Schemas['ChoicesChoice']

export function useReferenceSearch(types: string[], text: string, enabled: boolean) {
  return useQuery({
    queryKey: ['references', types, text],
    queryFn: async ({ signal }) => (await answer(api.GET('/references', { params: { query: { types, q: text, limit: 20 } }, signal }))).choices,
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

/** Titles of what is chosen. An id without an answer is a broken link. */
export function useReferences(ids: string[]) {
  return useQuery({
    queryKey: ['reference-titles', ids],
    queryFn: async ({ signal }) => (await answer(api.GET('/references', { params: { query: { ids } }, signal }))).choices,
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

type TermNode = Schemas['VocabularyTreeNode']

export interface Term extends Omit<TermNode, 'children'> {
  parent?: string
}

function listed(nodes: TermNode[], parent?: string): Term[] {
  return nodes.flatMap(({ children, ...term }) => [{ ...term, parent }, ...listed(children, term.code)])
}

/** The terms of a vocabulary in the order of its tree. */
export function termsQuery(url: string | undefined, language: string) {
  return {
    queryKey: ['terms', url, language],
    queryFn: async () => listed((await get<{ terms: TermNode[] }>(url ?? '', { lang: language })).terms),
    enabled: url !== undefined,
    staleTime: 300_000,
  }
}

export function useTerms(url: string | undefined) {
  const { i18n } = useTranslation()
  return useQuery(termsQuery(url, i18n.language))
}
