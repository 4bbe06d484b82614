import '../theme/list.css'
import '../theme/home.css'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOfApp, useApps } from '../api/apps.ts'
import { useDashboard } from '../api/dashboard.ts'
import { useFailure } from '../api/failing.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { AppIcon } from '../shell/icons.tsx'
import { useMe } from '../shell/Login.tsx'
import { recentEntries } from '../shell/recent.ts'
import { formatAgo, formatNumber } from '../theme/format.ts'
import { ChangedLast, DefinitionProblems, OverdueTasks, PlannedPublications } from './Lists.tsx'
import { Quotas } from './Quotas.tsx'
import { Translations } from './Translations.tsx'

/** Where one starts: how things stand, what one worked on last, and all apps. */
export function HomePage() {
  const { t } = useTranslation()
  const me = useMe()
  const apps = useApps()
  const dashboard = useDashboard()
  const failure = useFailure(dashboard)
  useEffect(() => { document.title = `${t('nav.home')} · Nephele` }, [t])
  return (
    <div className="page">
      <div className="page-head home-head">
        <h1>{t('home.welcome', { name: me.fullName || me.name })}</h1>
        {dashboard.data && dashboard.data.entries > 0 && (
          <ul className="home-states" aria-label={t('home.states')}>
            {dashboard.data.states.map(({ state, count }) => <li key={state}><span className="state" data-state={state}>{t(`state.${state as 'published'}`)}</span> <strong>{formatNumber(count)}</strong></li>)}
          </ul>
        )}
      </div>
      {failure && !dashboard.data && <FailureCard error={failure} retry={() => void dashboard.refetch()} />}
      <div className="home-panels" aria-busy={dashboard.isPending}>
        <div className="home-column">
          <Continue />
          {dashboard.data && <ChangedLast rows={dashboard.data.recent} people={dashboard.data.people} />}
        </div>
        {dashboard.data && (
          <>
            <div className="home-column">
              <OverdueTasks rows={dashboard.data.overdue} total={dashboard.data.overdueTotal} people={dashboard.data.people} />
              <PlannedPublications rows={dashboard.data.scheduled} total={dashboard.data.scheduledTotal} />
              {dashboard.data.problems && <DefinitionProblems problems={dashboard.data.problems} />}
            </div>
            {dashboard.data.quotas.map((quota) => <Quotas key={quota.workflow} quota={quota} />)}
            <Translations rows={dashboard.data.translations} />
          </>
        )}
      </div>
      {apps.isError && <FailureCard error={apps.error} retry={() => void apps.refetch()} />}
      {apps.data?.map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`} style={{ marginBottom: '1.5rem' }}>
          <h2 id={`group-${group.name}`} style={{ marginBottom: '0.6rem' }}>{group.label}</h2>
          <ul className="launcher">
            {group.apps.map((app) => (
              <li key={app.name}><Link {...placeOfApp(app)}><AppIcon name={app.icon} app={app.contentType ?? app.name} size={21} /><span className="break">{app.label.text}</span></Link></li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Continue() {
  const { t } = useTranslation()
  const recent = recentEntries()
  if (recent.length === 0) return null
  return (
    <section className="panel" aria-labelledby="continue">
      <div className="panel-head"><h2 id="continue">{t('home.recent')}</h2></div>
      <ul className="recent">
        {recent.slice(0, 6).map((entry) => (
          <li key={entry.id}>
            <Link to="/apps/$app/$id" params={{ app: entry.app, id: entry.id }} search={entry.place ?? {}}>
              <AppIcon app={entry.app} size={16} />
              <span className="grow clip">{entry.title}</span>
              <span className="quiet tiny nowrap only-wide">{entry.appLabel}</span>
              <span className="quiet tiny nowrap">{formatAgo(new Date(entry.at).toISOString())}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
