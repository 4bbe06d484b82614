import { IconAlertTriangle, IconCircleCheck, IconEyeOff, IconLoader2, IconShieldCheck, IconShieldX, IconTrash, IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetDetails } from '../api/assets.ts'
import { formatBytes, formatMoment } from '../theme/format.ts'
import { formatName } from './labels.ts'

/** What stands of the file, in plain words: whether readers get it, whether it was read and scanned, and what was in the way. */
export function AssetStanding({ asset }: { asset: AssetDetails }) {
  const { t } = useTranslation()
  const consent = typeof asset.properties.consentExpires === 'string' ? asset.properties.consentExpires : null
  const isOver = consent !== null && consent < new Date().toISOString().slice(0, 10)
  const heldBack = asset.scan === 'pending' || asset.scan === 'infected'
  return (
    <div className="panel asset-standing">
      <ul>
        {asset.trash ? <Line icon={<IconTrash size={16} aria-hidden />}>{t('media.inTrash')}</Line>
          : asset.live ? <Line icon={<IconWorld size={16} aria-hidden />} good>{t('media.live')}</Line>
            : <Line icon={<IconEyeOff size={16} aria-hidden />} wrong>{isOver ? t('media.consentOver') : heldBack ? t('media.heldBack') : t('media.notLive')}</Line>}
        {asset.scan === 'pending' && <Line icon={<IconLoader2 size={16} aria-hidden />}>{t('media.scan.pending')}</Line>}
        {asset.scan === 'clean' && <Line icon={<IconShieldCheck size={16} aria-hidden />} good>{t('media.scan.clean')}</Line>}
        {asset.scan === 'infected' && <Line icon={<IconShieldX size={16} aria-hidden />} wrong>{t('media.scan.infected')}</Line>}
        {asset.scanNote && <Line icon={<IconAlertTriangle size={16} aria-hidden />} wrong>{asset.scanNote}</Line>}
        {asset.extraction === 'pending' && <Line icon={<IconLoader2 size={16} aria-hidden />}>{t('media.extraction.pending')}</Line>}
        {asset.extraction === 'done' && <Line icon={<IconCircleCheck size={16} aria-hidden />} good>{t('media.extraction.done')}</Line>}
        {asset.extraction === 'failed' && <Line icon={<IconAlertTriangle size={16} aria-hidden />} wrong>{t('media.extraction.failed')}</Line>}
        {asset.note && <Line icon={<IconAlertTriangle size={16} aria-hidden />}>{asset.note}</Line>}
      </ul>
      <dl className="facts">
        <dt>{t('media.file')}</dt><dd className="break">{asset.fileName}</dd>
        <dt>{t('media.facet.format')}</dt><dd>{formatName(asset.mimeType)}, {formatBytes(asset.size)}</dd>
        {asset.width && asset.height && <><dt>{t('media.pixels')}</dt><dd>{asset.width} × {asset.height}</dd></>}
        <dt>{t('media.changed')}</dt><dd>{formatMoment(asset.lastModified)}</dd>
      </dl>
    </div>
  )
}

function Line({ icon, good, wrong, children }: { icon: ReactNode; good?: boolean; wrong?: boolean; children: ReactNode }) {
  return <li data-good={good || undefined} data-wrong={wrong || undefined}>{icon}<span>{children}</span></li>
}
