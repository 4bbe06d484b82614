import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApps } from '../api/apps.ts'
import type { Quota } from '../api/dashboard.ts'
import { Bar } from './Bar.tsx'
import { Panel } from './Panel.tsx'

/** What each partner has to bring, and how much of it is live, or at least begun. */
export function Quotas({ quota }: { quota: Quota }) {
  const { t } = useTranslation()
  const apps = useApps()
  const app = apps.data?.flatMap((group) => group.apps).find((one) => quota.contentTypes.includes(one.contentType ?? ''))
  if (quota.partners.length === 0) return null
  return (
    <Panel id={`quota-${quota.workflow}`} title={t('home.quota', { what: app?.label.text ?? quota.label, number: quota.count })} wide={quota.partners.length > 6}>
      <ul className="measures">
        {quota.partners.map((partner) => {
          const name = <span className="break">{partner.title}</span>
          return (
            <li key={partner.id} data-own={partner.own || undefined}>
              {app
                ? <Link className="measure-name" to="/apps/$app" params={{ app: app.name }} search={{ filter: { [quota.property]: [partner.id] } }}>{name}</Link>
                : <span className="measure-name">{name}</span>}
              <Bar most={quota.count} parts={[{ kind: 'complete', amount: partner.live }, { kind: 'partial', amount: partner.total - partner.live }]} />
              <span className="measure-text">{t('home.quotaLive', { live: partner.live, number: quota.count })}{partner.total > partner.live && <span className="quiet">, {t('home.quotaDrafts', { count: partner.total - partner.live })}</span>}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
