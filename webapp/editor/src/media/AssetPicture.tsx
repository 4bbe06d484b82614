import { IconFile, IconFileText, IconMovie, IconMusic, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { hasPicture, kindOf, pictureOf, type Asset } from '../api/assets.ts'

const SIGNS = { image: IconPhoto, video: IconMovie, audio: IconMusic, document: IconFileText, other: IconFile }

interface Props {
  asset: Asset
  size?: string
}

/** A small picture of an asset; a sign of its kind where there is none. Where another asset takes the place, nothing of the one before is left. */
export function AssetPicture({ asset, size = 'w400-h300' }: Props) {
  return <Picture key={pictureOf(asset, size)} asset={asset} size={size} />
}

function Picture({ asset, size }: Required<Props>) {
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
