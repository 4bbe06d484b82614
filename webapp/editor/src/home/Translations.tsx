import { useTranslation } from 'react-i18next'
import type { Coverage } from '../api/dashboard.ts'
import { useMe } from '../shell/Login.tsx'
import { formatNumber, localeName } from '../theme/format.ts'
import { Bar } from './Bar.tsx'
import { Panel } from './Panel.tsx'

/** How far the entries are translated into each language; one's own languages first. */
export function Translations({ rows }: { rows: Coverage[] }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const isOwn = (row: Coverage) => me.locales.includes(row.locale)
  const sorted = [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))]
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })
  const whole = (row: Coverage) => row.complete + row.outdated + row.partial + row.none
  if (rows.every((row) => whole(row) === 0)) return null
  return (
    <Panel id="translations" title={t('home.translations')} wide={rows.length > 6}>
      <ul className="measures">
        {sorted.map((row) => (
          <li key={row.locale} data-own={isOwn(row) || undefined}>
            <span className="measure-name">{localeName(row.locale)}</span>
            <Bar most={whole(row)} parts={[{ kind: 'complete', amount: row.complete }, { kind: 'outdated', amount: row.outdated }, { kind: 'partial', amount: row.partial }]} />
            <span className="measure-text">
              {t('home.translated', { share: share.format(Math.floor((row.complete / Math.max(1, whole(row))) * 100) / 100) })}
              {row.outdated > 0 && <span className="quiet">, {t('home.translatedOutdated', { count: row.outdated, formatted: formatNumber(row.outdated) })}</span>}
              {row.partial > 0 && <span className="quiet">, {t('home.translatedPartly', { count: row.partial, formatted: formatNumber(row.partial) })}</span>}
            </span>
          </li>
        ))}
      </ul>
      <ul className="legend" aria-hidden>
        <li data-kind="complete">{t('home.legendComplete')}</li>
        <li data-kind="outdated">{t('home.legendOutdated')}</li>
        <li data-kind="partial">{t('home.legendPartial')}</li>
      </ul>
    </Panel>
  )
}
