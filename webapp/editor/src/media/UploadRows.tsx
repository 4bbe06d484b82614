import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../theme/format.ts'
import { uploads, type UploadItem } from './uploads.ts'

/** How each upload goes, and what can be done about it. */
export function UploadRows({ items, linked }: { items: UploadItem[]; linked?: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className="uploads" aria-label={t('upload.title')}>
      {items.map((item) => <Row key={item.id} item={item} linked={linked} />)}
    </ul>
  )
}

function Row({ item, linked }: { item: UploadItem; linked?: boolean }) {
  const { t } = useTranslation()
  const name = item.file.name
  const share = item.file.size > 0 ? Math.floor((item.sent / item.file.size) * 100) : 0
  const isUnderWay = item.state === 'sending' || item.state === 'stalled' || item.state === 'paused' || item.state === 'checking' || item.state === 'waiting' || item.state === 'finishing'
  return (
    <li data-upload={item.state}>
      <div className="row">
        {item.state === 'done' && <IconCheck size={16} className="upload-done" aria-hidden />}
        {item.state === 'refused' && <IconAlertCircle size={16} className="upload-refused" aria-hidden />}
        <span className="grow clip" title={name}>{linked && item.state === 'done' && item.asset ? <Link to="/media/$id" params={{ id: item.asset }} className="link">{name}</Link> : name}</span>
        <span className="quiet tiny nowrap">{item.state === 'sending' || item.state === 'paused' ? `${share} %` : formatBytes(item.file.size)}</span>
        {(item.state === 'sending' || item.state === 'stalled') && <ActionIcon size={24} aria-label={t('upload.pause', { name })} onClick={() => uploads.pause(item.id)}><IconPlayerPause size={14} /></ActionIcon>}
        {item.state === 'paused' && <ActionIcon size={24} aria-label={t('upload.resume', { name })} onClick={() => uploads.resume(item.id)}><IconPlayerPlay size={14} /></ActionIcon>}
        {item.state === 'refused' && <ActionIcon size={24} aria-label={t('upload.again', { name })} onClick={() => uploads.retry(item.id)}><IconRefresh size={14} /></ActionIcon>}
        {item.state !== 'done' && item.state !== 'duplicate' && <ActionIcon size={24} aria-label={t(item.state === 'refused' ? 'upload.dismiss' : 'upload.cancel', { name })} onClick={() => uploads.cancel(item.id)}><IconX size={14} /></ActionIcon>}
      </div>
      {isUnderWay && <Progress value={item.state === 'finishing' ? 100 : share} animated={item.state === 'finishing'} size={4} aria-label={t('asset.uploading', { name })} />}
      {item.state !== 'done' && item.state !== 'duplicate' && item.state !== 'sending' && <p className="tiny" role={item.state === 'refused' ? 'alert' : undefined} data-wrong={item.state === 'refused' || undefined}>{item.message ?? t(`upload.state.${item.state}`)}</p>}
      {item.state === 'duplicate' && item.same && (
        <div className="upload-same" role="alert">
          <p className="small">{t('upload.same', { path: item.same['@path'] })}</p>
          <div className="row wrap">
            <Button size="compact-sm" onClick={() => uploads.reuse(item.id)}>{t('upload.reuse')}</Button>
            <Button size="compact-sm" variant="default" onClick={() => uploads.keepBoth(item.id)}>{t(item.isSent ? 'upload.keepBoth' : 'upload.anyway')}</Button>
            <Button size="compact-sm" variant="subtle" onClick={() => uploads.cancel(item.id)}>{t('action.cancel')}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
