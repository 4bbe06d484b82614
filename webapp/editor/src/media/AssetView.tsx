import { IconFile, IconFileText, IconMusic } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileOf, hasPicture, kindOf, pictureOf, type AssetDetails } from '../api/assets.ts'

/** The file itself: a picture, a film to play, sound to hear, the first page of a document. */
export function AssetView({ asset, title }: { asset: AssetDetails; title: string }) {
  const { t } = useTranslation()
  const [broken, setBroken] = useState(false)
  const kind = kindOf(asset.mimeType)
  const alt = typeof asset.properties.alt === 'string' ? asset.properties.alt : title
  if (kind === 'video') return <div className="asset-stage"><video controls preload="metadata" poster={pictureOf(asset, 'w960')} src={fileOf(asset)} aria-label={title}>{t('media.cannotPlay')}</video></div>
  if (kind === 'audio') return <div className="asset-stage asset-sound"><IconMusic size={46} stroke={1.2} aria-hidden /><audio controls preload="metadata" src={fileOf(asset)} aria-label={title}>{t('media.cannotPlay')}</audio></div>
  if ((hasPicture(asset.mimeType) || asset.metadata.thumbnail === true) && !broken) {
    return (
      <figure className="asset-stage" data-kind={kind}>
        <img src={pictureOf(asset, 'w1200-h1200')} alt={alt} onError={() => setBroken(true)} />
        {kind === 'document' && typeof asset.metadata.pages === 'number' && <figcaption className="quiet small">{t('media.firstPage', { count: asset.metadata.pages })}</figcaption>}
      </figure>
    )
  }
  const Sign = kind === 'document' ? IconFileText : IconFile
  return <div className="asset-stage asset-sound"><Sign size={54} stroke={1.1} aria-hidden /><p className="quiet small">{broken ? t('media.noPicture') : t('media.noPreview')}</p></div>
}
