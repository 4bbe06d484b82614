import { IconFile, IconFileText, IconMovie, IconMusic, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { hasPicture, kindOf, pictureOfKey } from '../api/assets.ts'
import type { Hit } from '../api/choices.ts'

const SIGNS = { image: IconPhoto, video: IconMovie, audio: IconMusic, document: IconFileText, other: IconFile }

/** An asset's picture, as editors see it; a sign of its kind where it has none. */
export function Thumbnail({ hit, assetKey }: { hit?: Hit; assetKey: string }) {
  const [broken, setBroken] = useState(false)
  const isPicture = hit?.mimeType ? hasPicture(hit.mimeType) : true
  const Sign = hit?.mimeType ? SIGNS[kindOf(hit.mimeType)] : IconFile
  if (broken || !isPicture) return <span className="asset-picture"><Sign size={30} stroke={1.3} aria-hidden /></span>
  return <span className="asset-picture"><img src={pictureOfKey(assetKey, 'w360-h260')} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} /></span>
}
