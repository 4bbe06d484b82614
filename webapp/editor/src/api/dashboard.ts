import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, type Schemas } from './client.ts'

export type Dashboard = Schemas['Dashboard']
export type Quota = Schemas['Quota']
export type Coverage = Schemas['Coverage']

/** How things stand; asked for again each minute while one looks. */
export function useDashboard() {
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: ['dashboard', i18n.language],
    queryFn: ({ signal }) => answer(api.GET('/dashboard', { params: { query: { lang: i18n.language } }, signal })),
    refetchInterval: 60_000,
    staleTime: 5_000,
  })
}
