import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FILES, useApps } from '../api/apps.ts'
import type { Referrer } from '../api/usedIn.ts'

/** Who refers to something: what they are called first, then where they lie and how they do it. */
export function UsedInList({ referrers }: { referrers: Referrer[] }) {
  const { t } = useTranslation()
  const apps = useApps().data?.flatMap((group) => group.apps) ?? []
  return (
    <ul className="used-in">
      {referrers.map((referrer) => {
        const app = apps.find((one) => one.contentType === referrer.contentType)
        return (
          <li key={referrer.id}>
            {referrer.contentType === FILES ? <Link to="/media/$id" params={{ id: `jcr:${referrer.id}` }}>{referrer.title}</Link> : app ? <Link to="/apps/$app/$id" params={{ app: app.name, id: referrer.id }}>{referrer.title}</Link> : <span>{referrer.title}</span>}
            <span className="quiet tiny break"> {referrer.path} · {app?.label.text ?? (referrer.contentType === FILES ? t('nav.media') : referrer.contentType)} · {referrer.fields.join(', ')} · {referrer.live ? (referrer.draft ? t('usedin.both') : t('usedin.live')) : t('usedin.draft')}</span>
          </li>
        )
      })}
    </ul>
  )
}
