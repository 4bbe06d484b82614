import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import i18next from 'i18next'
import { appQuery } from './api/apps.ts'
import { queryClient } from './api/queryClient.ts'
import type { AuditFilter } from './api/audit.ts'
import type { EntrySearch, PanelName } from './entry/EntryEditor.tsx'
import { readSearch, type ListSearch } from './list/listState.ts'
import { readMediaSearch, type MediaSearch } from './media/mediaState.ts'
import { FailureCard } from './shell/Failure.tsx'
import { Missing } from './shell/Missing.tsx'
import { Shell } from './shell/Shell.tsx'
import { readTaskSearch } from './together/taskSearch.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: Missing, errorComponent: FailureCard })

const PANELS: PanelName[] = ['preview', 'versions', 'usedin', 'workflow', 'agreement', 'comments', 'schedule']
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined)

const entrySearch = (raw: Record<string, unknown>): EntrySearch => ({
  locale: text(raw.locale),
  beside: text(raw.beside),
  tab: text(raw.tab),
  panel: PANELS.find((panel) => panel === raw.panel),
  field: text(raw.field),
  comment: text(raw.comment),
})

// Read while the screen's script is, not after it; the screen itself waits for it and tells of errors.
const readApp = (name: string) => void queryClient.prefetchQuery(appQuery(name, i18next.language))

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', validateSearch: (raw: Record<string, unknown>): { preferences?: boolean } => (raw.preferences === true || raw.preferences === 'true' ? { preferences: true } : {}), component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage') }),
  createRoute({ getParentRoute: () => root, path: '/tasks', validateSearch: readTaskSearch, component: lazyRouteComponent(() => import('./together/TasksPage.tsx'), 'TasksPage') }),
  // Where links in letters lead: they know an entry's type and no apps.
  createRoute({ getParentRoute: () => root, path: '/entry/$type/$id', validateSearch: entrySearch, component: lazyRouteComponent(() => import('./together/EntryLink.tsx'), 'EntryLink') }),
  createRoute({ getParentRoute: () => root, path: '/users', component: lazyRouteComponent(() => import('./admin/UsersPage.tsx'), 'UsersPage') }),
  createRoute({ getParentRoute: () => root, path: '/roles', component: lazyRouteComponent(() => import('./admin/RolesPage.tsx'), 'RolesPage') }),
  createRoute({ getParentRoute: () => root, path: '/problems', component: lazyRouteComponent(() => import('./admin/ProblemsPage.tsx'), 'ProblemsPage') }),
  createRoute({ getParentRoute: () => root, path: '/tokens', component: lazyRouteComponent(() => import('./admin/TokensPage.tsx'), 'TokensPage') }),
  createRoute({ getParentRoute: () => root, path: '/sessions', component: lazyRouteComponent(() => import('./admin/SessionsPage.tsx'), 'SessionsPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    validateSearch: (raw: Record<string, unknown>): AuditFilter => ({ actor: text(raw.actor), kind: text(raw.kind), entry: text(raw.entry), since: day(raw.since), until: day(raw.until) }),
    component: lazyRouteComponent(() => import('./admin/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/media',
    validateSearch: (raw: Record<string, unknown>): MediaSearch => readMediaSearch(raw),
    component: lazyRouteComponent(() => import('./media/MediaPage.tsx'), 'MediaPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/media/$id',
    validateSearch: (raw: Record<string, unknown>): MediaSearch => readMediaSearch(raw),
    component: lazyRouteComponent(() => import('./media/AssetPage.tsx'), 'AssetPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/apps/$app',
    validateSearch: (raw: Record<string, unknown>): ListSearch => readSearch(raw),
    loader: ({ params }) => readApp(params.app),
    component: lazyRouteComponent(() => import('./list/ListPage.tsx'), 'ListPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/apps/$app/import', component: lazyRouteComponent(() => import('./sheet/ImportPage.tsx'), 'ImportPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/apps/$app/$id',
    validateSearch: entrySearch,
    loader: ({ params }) => readApp(params.app),
    component: lazyRouteComponent(() => import('./entry/EntryPage.tsx'), 'EntryPage'),
  }),
]

export const router = createRouter({ routeTree: root.addChildren(routes), basepath: '/admin', defaultPreload: 'intent', defaultPendingMs: 300, scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
