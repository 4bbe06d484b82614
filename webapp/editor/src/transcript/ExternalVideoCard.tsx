import { Button } from '@mantine/core'
import { IconExternalLink, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExternalVideo } from '../api/transcripts.ts'

const NAMES = { youtube: 'YouTube', vimeo: 'Vimeo', peertube: 'PeerTube' }

/** A film that lies with others. Nothing of theirs is loaded, not even a picture, until one agrees to it; then in a page that may load from them alone. */
export function ExternalVideoCard({ video }: { video: ExternalVideo }) {
  const { t } = useTranslation()
  const [agreed, setAgreed] = useState<string | null>(null)
  const name = NAMES[video.provider]
  if (agreed === video.embedUrl) {
    // The page has no script of its own, and its rules let it load from the provider alone, whose player needs to be itself.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    return <iframe className="film-frame" src={`/.player?url=${encodeURIComponent(video.pageUrl)}`} title={t('film.player', { name })} allow="fullscreen; picture-in-picture; encrypted-media" allowFullScreen />
  }
  return (
    <div className="film-consent" role="group" aria-label={t('film.player', { name })}>
      <p className="strong">{t('film.elsewhere', { name })}</p>
      <p className="small">{t('film.consent', { host: video.host })}</p>
      <div className="row wrap">
        <Button size="xs" leftSection={<IconPlayerPlay size={15} aria-hidden />} onClick={() => setAgreed(video.embedUrl)}>{t('film.agree')}</Button>
        <Button size="xs" variant="default" component="a" href={video.pageUrl} target="_blank" rel="noopener noreferrer" leftSection={<IconExternalLink size={15} aria-hidden />}>{t('film.watch', { name })}</Button>
      </div>
    </div>
  )
}
