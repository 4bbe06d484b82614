import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from './client.ts'
import type { AppSummary } from './model.ts'

export interface AppGroup {
  name: string
  label: string
  apps: AppSummary[]
}

/** The workspace of files: what an app shows of it is the library. */
export const FILES = 'dam'

export const isOfFiles = (app: { workspace?: string }) => app.workspace === FILES

/** Where an app's entries are listed. */
export const placeOfApp = (app: AppSummary) => (isOfFiles(app) ? { to: '/media' as const } : { to: '/apps/$app' as const, params: { app: app.name } })

/** The apps one may use, in their groups and order of the launcher. */
export function useApps() {
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: ['apps', i18n.language],
    queryFn: async () => (await answer(api.GET('/apps', { params: { query: { lang: i18n.language } } }))).apps,
    select: grouped,
    staleTime: 60_000,
  })
}

/** The content types of all apps of entries. */
export function useEntryTypes(): string[] {
  const apps = useApps().data
  return useMemo(() => (apps ?? []).flatMap((group) => group.apps).filter((app) => !isOfFiles(app)).flatMap((app) => app.contentType ?? []), [apps])
}

export function grouped(apps: AppSummary[]): AppGroup[] {
  const groups = new Map<string, AppGroup>()
  for (const app of apps) {
    const group = groups.get(app.group) ?? { name: app.group, label: app.groupLabel.text, apps: [] }
    group.apps.push(app)
    groups.set(app.group, group)
  }
  return [...groups.values()]
}

/** What an app is made of, in a language of the interface. */
export const appQuery = (name: string, lang: string) => queryOptions({
  queryKey: ['app', name, lang],
  queryFn: () => answer(api.GET('/apps/{name}', { params: { path: { name }, query: { lang } } })),
  staleTime: 60_000,
})

export function useApp(name: string) {
  const { i18n } = useTranslation()
  return useQuery(appQuery(name, i18n.language))
}
