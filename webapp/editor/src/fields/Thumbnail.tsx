import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import type { Hit } from '../api/choices.ts'

/** An asset's picture; a sign where it has none. */
export function Thumbnail({ hit, assetKey }: { hit?: Hit; assetKey: string }) {
  const [broken, setBroken] = useState(false)
  const isPicture = hit?.mimeType ? hit.mimeType.startsWith('image/') : true
  if (broken || !isPicture) return <span className="asset-picture"><IconFile size={30} stroke={1.3} aria-hidden /></span>
  return <span className="asset-picture"><img src={`/dam/${assetKey}/preview`} alt="" loading="lazy" onError={() => setBroken(true)} /></span>
}
