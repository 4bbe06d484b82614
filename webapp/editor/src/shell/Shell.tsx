import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconChecklist, IconChevronLeft, IconChevronRight, IconDevices, IconHelp, IconHistory, IconHome, IconKey, IconLogout, IconMenu2, IconPhoto, IconSearch, IconSettings, IconShieldLock, IconUserCircle, IconAlertTriangle, IconUsers } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { logOut } from '../api/account.ts'
import { placeOfApp, useApps, useEntryTypes } from '../api/apps.ts'
import { useAssetOptions } from '../api/assets.ts'
import { onReturn } from '../api/events.ts'
import { quickOpenQuery } from '../api/quickOpen.ts'
import { changeSettings, useSettings } from '../api/settings.ts'
import { uploads } from '../media/uploads.ts'
import mark from '../theme/mark.svg'
import { Bell } from './Bell.tsx'
import { useCommands, type Command } from './commands.ts'
import { FailureBoundary } from './Failure.tsx'
import { returnFocus } from './focus.ts'
import { AppIcon } from './icons.tsx'
import { Keys } from './Keys.tsx'
import { useMe } from './Login.tsx'
import { useOnline } from './online.ts'
import { useMay } from './rights.ts'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(loadPalette)
const Help = lazy(() => import('./Help.tsx'))
const UploadTray = lazy(() => import('../media/UploadTray.tsx'))
const Preferences = lazy(() => import('./Preferences.tsx'))

/** The screens that one works in are brought into the browser when the first has had its time: so each opens as fast as later ones. */
const SCREENS = ['/apps/$app', '/apps/$app/$id'] as const
const SCREENS_AFTER_MILLIS = 1_500
/** The first search after the server has started takes several times as long as others: this one is asked while nobody waits for it. */
const ANY_SEARCH = 'abc'

type Overlay = 'palette' | 'help' | 'preferences' | 'notifications' | null

/** What stays on every screen: navigation, quick search, the person; and the screen itself. */
export function Shell() {
  const { t } = useTranslation()
  const { navigation } = useSettings()
  const [drawer, setDrawer] = useState(false)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const online = useOnline()
  const hasUploads = useSyncExternalStore(uploads.subscribe, () => uploads.all().some((item) => item.owner === undefined))
  const path = useRouterState({ select: (state) => state.location.pathname })
  const router = useRouter()
  const client = useQueryClient()
  const types = useEntryTypes()
  const main = useRef<HTMLElement>(null)
  const early = useRef('')
  const drawerButton = useRef<HTMLButtonElement>(null)
  useEffect(() => setDrawer(false), [path])
  // What led to this screen went with the one before.
  const shown = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(shown)
  useEffect(() => {
    if (before.current !== undefined && before.current !== shown) returnFocus(before.current)
    before.current = shown
  }, [shown])
  useEffect(() => {
    const timer = setTimeout(() => {
      SCREENS.forEach((screen) => void router.loadRouteChunk(router.routesByPath[screen]))
      void loadPalette().catch(() => undefined)
      if (types.length > 0) void client.prefetchQuery(quickOpenQuery(types, ANY_SEARCH))
    }, SCREENS_AFTER_MILLIS)
    return () => clearTimeout(timer)
  }, [router, client, types])
  useEffect(() => onReturn(() => void client.invalidateQueries()), [client])
  useShellCommands(setOverlay)
  // A link in a letter leads to the preferences.
  const wanted = useRouterState({ select: (state) => (state.location.search as { preferences?: boolean }).preferences })
  useEffect(() => { if (wanted) setOverlay('preferences') }, [wanted])
  const close = () => setOverlay(null)
  return (
    <div className="shell" data-nav={navigation} data-drawer={drawer ? 'open' : 'closed'}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && drawer) {
          setDrawer(false)
          drawerButton.current?.focus()
        }
      }}>
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus() }}>{t('shell.skip')}</a>
      <Navigation />
      <button type="button" className="shell-veil" aria-label={t('action.close')} onClick={() => setDrawer(false)} />
      <div className="shell-bar" role="search" aria-label={t('palette.title')}>
        <ActionIcon ref={drawerButton} className="only-narrow" aria-label={t('shell.menu')} aria-expanded={drawer} onClick={() => setDrawer(!drawer)}><IconMenu2 size={18} /></ActionIcon>
        <button type="button" className="shell-search" onClick={() => setOverlay('palette')}>
          <IconSearch size={15} aria-hidden />
          <span className="clip">{t('palette.open')}</span>
          <span className="only-wide"><Keys keys="Mod+K" /></span>
        </button>
        <div className="grow" />
        <ActionIcon aria-label={t('help.title')} onClick={() => setOverlay('help')} className="only-wide"><IconHelp size={18} /></ActionIcon>
        <Bell opened={overlay === 'notifications'} onChange={(opened) => setOverlay(opened ? 'notifications' : null)} />
        <PersonMenu onPreferences={() => setOverlay('preferences')} onHelp={() => setOverlay('help')} />
      </div>
      <main id="main" className="shell-main" tabIndex={0} ref={main}>
        {!online && <div className="banner" role="status"><IconAlertTriangle size={16} aria-hidden />{t('shell.offline')}</div>}
        <FailureBoundary place={path}>
          <Suspense fallback={null}><Outlet /></Suspense>
        </FailureBoundary>
      </main>
      <Suspense fallback={null}>
        {hasUploads && <UploadTray />}
        {overlay === 'palette' && <Suspense fallback={<EarlyKeys onText={(text) => { early.current = text }} />}><Palette typed={early} onClose={close} /></Suspense>}
        {overlay === 'help' && <Help onClose={close} />}
        {overlay === 'preferences' && <Preferences onClose={close} />}
      </Suspense>
    </div>
  )
}

/** What is typed while the palette is still on its way into the browser. */
function EarlyKeys({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation()
  return <input className="only-read" autoFocus aria-label={t('palette.placeholder')} onChange={(event) => onText(event.currentTarget.value)} />
}

function Navigation() {
  const { t } = useTranslation()
  const apps = useApps()
  const may = useMay()
  const options = useAssetOptions()
  const { navigation } = useSettings()
  const groups = apps.data ?? []
  return (
    <nav className="shell-nav" aria-label={t('shell.navigation')}>
      <Link to="/" className="shell-brand" aria-label={`Nephele, ${t('nav.home')}`}><img src={mark} alt="" /><span>Nephele</span></Link>
      <div className="shell-links">
        <ul>
          <Entry to="/" label={t('nav.home')} icon={<IconHome size={17} />} exact />
          <Entry to="/tasks" label={t('nav.tasks')} icon={<IconChecklist size={17} />} />
          {options.data?.may.read.allowed && <Entry to="/media" label={t('nav.media')} icon={<IconPhoto size={17} />} />}
        </ul>
        {groups.map((group) => (
          <div key={group.name}>
            <h2>{group.label}</h2>
            <ul>
              {group.apps.map((app) => (
                <Entry key={app.name} {...placeOfApp(app)} label={app.label.text} icon={<AppIcon name={app.icon} app={app.contentType ?? app.name} size={17} />} />
              ))}
            </ul>
          </div>
        ))}
        <h2>{t('nav.manage')}</h2>
        <ul>
          {may.administer && <Entry to="/users" label={t('nav.users')} icon={<IconUsers size={17} />} />}
          {may.administer && <Entry to="/roles" label={t('nav.roles')} icon={<IconShieldLock size={17} />} />}
          <Entry to="/tokens" label={t('nav.tokens')} icon={<IconKey size={17} />} />
          {may.server && <Entry to="/audit" label={t('nav.audit')} icon={<IconHistory size={17} />} />}
          {may.server && <Entry to="/problems" label={t('nav.problems')} icon={<IconAlertTriangle size={17} />} />}
        </ul>
      </div>
      <button type="button" className="shell-link only-wide" style={{ background: 'none', border: 0, margin: '0.3rem 0.5rem 0.5rem', cursor: 'pointer' }}
        aria-expanded={navigation === 'open'} onClick={() => changeSettings({ navigation: navigation === 'open' ? 'closed' : 'open' })}>
        {navigation === 'open' ? <IconChevronLeft size={17} aria-hidden /> : <IconChevronRight size={17} aria-hidden />}
        <span className={navigation === 'open' ? 'label' : 'only-read'}>{navigation === 'open' ? t('shell.collapse') : t('shell.expand')}</span>
      </button>
    </nav>
  )
}

interface EntryProps {
  to: string
  params?: Record<string, string>
  label: string
  icon: React.ReactNode
  exact?: boolean
}

function Entry({ to, params, label, icon, exact }: EntryProps) {
  const { navigation } = useSettings()
  return (
    <li>
      <Link to={to} params={params} className="shell-link" activeOptions={{ exact: exact ?? false, includeSearch: false }} activeProps={{ 'aria-current': 'page' }} title={navigation === 'closed' ? label : undefined} aria-label={navigation === 'closed' ? label : undefined}>
        {icon}
        <span className="label break">{label}</span>
      </Link>
    </li>
  )
}

function PersonMenu({ onPreferences, onHelp }: { onPreferences: () => void; onHelp: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('shell.person', { name: me.fullName || me.name })} size={32}><IconUserCircle size={21} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.fullName || me.name}</Menu.Label>
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={onPreferences}>{t('prefs.title')}</Menu.Item>
        <Menu.Item leftSection={<IconDevices size={16} />} onClick={() => void navigate({ to: '/sessions' })}>{t('nav.sessions')}</Menu.Item>
        <Menu.Item leftSection={<IconHelp size={16} />} onClick={onHelp}>{t('help.title')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void logOut()}>{t('action.logout')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useShellCommands(open: (overlay: Overlay) => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { toggleColorScheme } = useMantineColorScheme()
  const { density } = useSettings()
  const group = t('palette.general')
  const commands: Command[] = [
    { id: 'palette', label: t('palette.title'), group, keys: 'Mod+K', hidden: true, run: () => open('palette') },
    { id: 'help', label: t('help.title'), group, keys: '?', run: () => open('help') },
    { id: 'preferences', label: t('prefs.title'), group, keys: 'Mod+,', run: () => open('preferences') },
    { id: 'notifications', label: t('notices.title'), group, keys: 'Alt+N', run: () => open('notifications') },
    { id: 'tasks', label: t('nav.tasks'), group, keys: 'Alt+T', run: () => void navigate({ to: '/tasks' }) },
    { id: 'home', label: t('nav.home'), group, keys: 'Alt+H', run: () => void navigate({ to: '/' }) },
    { id: 'media', label: t('nav.media'), group, keys: 'Alt+M', run: () => void navigate({ to: '/media' }) },
    { id: 'scheme', label: t('prefs.toggleScheme'), group, run: toggleColorScheme },
    { id: 'density', label: t('prefs.toggleDensity'), group, run: () => changeSettings({ density: density === 'compact' ? 'comfortable' : 'compact' }) },
    { id: 'logout', label: t('action.logout'), group, run: () => void logOut() },
  ]
  useCommands(commands)
}
