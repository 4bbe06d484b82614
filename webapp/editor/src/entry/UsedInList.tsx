import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { appQuery, FILES, useApps } from '../api/apps.ts'
import type { Referrer } from '../api/usedIn.ts'
import { placeOf } from './places.ts'

/** Who refers to something: what they are called first, then where they lie and how they do it. */
export function UsedInList({ referrers }: { referrers: Referrer[] }) {
  const { t, i18n } = useTranslation()
  const apps = useApps().data?.flatMap((group) => group.apps) ?? []
  const concerned = apps.filter((app) => app.contentType !== FILES && referrers.some((referrer) => referrer.contentType === app.contentType))
  // What the fields are called is in the forms of those that refer.
  const models = useQueries({ queries: concerned.map((app) => appQuery(app.name, i18n.language)) }).map((found) => found.data)
  const called = (referrer: Referrer, field: string) => { const model = models.find((one) => one?.contentType === referrer.contentType); return model ? placeOf(model, field).label : field }
  return (
    <ul className="used-in">
      {referrers.map((referrer) => {
        const app = apps.find((one) => one.contentType === referrer.contentType)
        return (
          <li key={referrer.id}>
            {referrer.contentType === FILES ? <Link to="/media/$id" params={{ id: `jcr:${referrer.id}` }}>{referrer.title}</Link> : app ? <Link to="/apps/$app/$id" params={{ app: app.name, id: referrer.id }}>{referrer.title}</Link> : <span>{referrer.title}</span>}
            <span className="quiet tiny break"> {referrer.path} · {app?.label.text ?? (referrer.contentType === FILES ? t('nav.media') : referrer.contentType)} · {referrer.fields.map((field) => called(referrer, field)).join(', ')} · {referrer.live ? (referrer.draft ? t('usedin.both') : t('usedin.live')) : t('usedin.draft')}</span>
          </li>
        )
      })}
    </ul>
  )
}
