import '../theme/media.css'
import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UploadRows } from './UploadRows.tsx'
import { uploads, useFinishedUploads, useUploads } from './uploads.ts'

/** What is being uploaded to the library, wherever one is meanwhile. */
export default function UploadTray() {
  const { t } = useTranslation()
  const items = useUploads()
  const [open, setOpen] = useState(true)
  const client = useQueryClient()
  const finished = useFinishedUploads()
  useEffect(() => {
    if (finished === 0) return
    for (const key of ['assets', 'asset-folders']) void client.invalidateQueries({ queryKey: [key] })
  }, [finished, client])
  // What went well is off the list as soon as one goes elsewhere; what needs somebody stays.
  const path = useRouterState({ select: (state) => state.location.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== path && !uploads.isBusy) uploads.clearDone()
    before.current = path
  }, [path])
  if (items.length === 0) return null
  const done = items.filter((item) => item.state === 'done').length
  const wrong = items.filter((item) => item.state === 'refused').length
  const asked = items.filter((item) => item.state === 'duplicate').length
  const rest = items.length - done - wrong - asked
  return (
    <section className="upload-tray" aria-label={t('upload.title')}>
      <div className="row">
        <h2 className="grow">{t('upload.title')}</h2>
        {rest === 0 && asked === 0 && <Button size="compact-xs" variant="subtle" onClick={() => uploads.clear()}>{t('upload.clear')}</Button>}
        <ActionIcon size={26} aria-label={open ? t('upload.fold') : t('upload.unfold')} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? <IconChevronDown size={16} /> : <IconChevronUp size={16} />}</ActionIcon>
      </div>
      <p className="small quiet" role="status">{[t('upload.doneOf', { done, count: items.length }), wrong > 0 && t('upload.wrong', { count: wrong }), asked > 0 && t('upload.asked', { count: asked })].filter(Boolean).join(' · ')}</p>
      {open && <UploadRows items={items} linked />}
    </section>
  )
}
