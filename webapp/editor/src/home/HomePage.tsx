import '../theme/list.css'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useApps } from '../api/apps.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { AppIcon } from '../shell/icons.tsx'
import { useMe } from '../shell/Login.tsx'
import { recentEntries } from '../shell/recent.ts'
import { formatAgo } from '../theme/format.ts'

/** Where one starts: what one worked on last, and all apps. */
export function HomePage() {
  const { t } = useTranslation()
  const me = useMe()
  const apps = useApps()
  const recent = recentEntries()
  useEffect(() => { document.title = `${t('nav.home')} · Nephele` }, [t])
  return (
    <div className="page">
      <div className="page-head"><h1>{t('home.welcome', { name: me.fullName || me.name })}</h1></div>
      {recent.length > 0 && (
        <section className="panel" aria-labelledby="recent" style={{ marginBottom: '1.5rem' }}>
          <div className="panel-head"><h2 id="recent">{t('home.recent')}</h2></div>
          <ul className="recent">
            {recent.slice(0, 6).map((entry) => (
              <li key={entry.id}>
                <Link to="/apps/$app/$id" params={{ app: entry.app, id: entry.id }} search={entry.place ?? {}}>
                  <AppIcon app={entry.app} size={16} />
                  <span className="grow clip">{entry.title}</span>
                  <span className="quiet tiny only-wide">{entry.appLabel}</span>
                  <span className="quiet tiny nowrap">{formatAgo(new Date(entry.at).toISOString())}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {apps.isError && <FailureCard error={apps.error} retry={() => void apps.refetch()} />}
      {apps.data?.map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`} style={{ marginBottom: '1.5rem' }}>
          <h2 id={`group-${group.name}`} style={{ marginBottom: '0.6rem' }}>{group.label}</h2>
          <ul className="launcher">
            {group.apps.map((app) => (
              <li key={app.name}><Link to="/apps/$app" params={{ app: app.name }}><AppIcon name={app.icon} app={app.contentType ?? app.name} size={21} /><span className="break">{app.label.text}</span></Link></li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
