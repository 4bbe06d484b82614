import { IconAlertTriangle, IconEyeOff, IconLoader2, IconShieldX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AssetRow } from '../api/assets.ts'

/** What one should know of an asset at a glance, in words for who does not see it. */
export function AssetMarks({ row }: { row: AssetRow }) {
  const { t } = useTranslation()
  const marks = [
    row.scan === 'infected' && { icon: IconShieldX, text: t('media.scan.infected'), wrong: true },
    row.scan === 'pending' && { icon: IconLoader2, text: t('media.scan.pending') },
    row.extraction === 'pending' && { icon: IconLoader2, text: t('media.extraction.pending') },
    row.extraction === 'failed' && { icon: IconAlertTriangle, text: t('media.extraction.failed') },
    !row.live && !row.trash && row.scan !== 'pending' && row.scan !== 'infected' && { icon: IconEyeOff, text: t('media.notLive') },
    row.missing.includes('alt') && { icon: IconAlertTriangle, text: t('media.missing.alt') },
  ].filter((mark) => mark !== false)
  if (marks.length === 0) return null
  return (
    <span className="asset-marks">
      {marks.map(({ icon: Icon, text, wrong }) => <span key={text} title={text} data-wrong={wrong || undefined}><Icon size={15} aria-hidden /><span className="only-read">{text}</span></span>)}
    </span>
  )
}
