import { IconFile, IconFileText, IconMovie, IconMusic, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { hasPicture, kindOf, pictureOf, type Asset } from '../api/assets.ts'

const SIGNS = { image: IconPhoto, video: IconMovie, audio: IconMusic, document: IconFileText, other: IconFile }

/** A small picture of an asset; a sign of its kind where there is none. */
export function AssetPicture({ asset, size = 'w400-h300' }: { asset: Asset; size?: string }) {
  const [broken, setBroken] = useState(false)
  const Sign = SIGNS[kindOf(asset.mimeType)]
  if (broken || !hasPicture(asset.mimeType)) return <span className="asset-picture"><Sign size={34} stroke={1.3} aria-hidden /></span>
  return (
    <span className="asset-picture" data-whole data-kind={kindOf(asset.mimeType)}>
      <img src={pictureOf(asset, size)} alt="" loading="lazy" decoding="async" draggable={false} onError={() => setBroken(true)} />
      {kindOf(asset.mimeType) === 'video' && <IconMovie size={18} className="asset-sign" aria-hidden />}
    </span>
  )
}
