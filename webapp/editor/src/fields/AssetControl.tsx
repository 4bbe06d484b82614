import { ActionIcon, Button, FileButton, Modal, Progress } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPhotoSearch, IconUpload, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { uploadAsset, useReferences } from '../api/choices.ts'
import { ApiError } from '../api/problem.ts'
import { AssetChooser } from './AssetChooser.tsx'
import type { ControlProps } from './controls.tsx'
import { Thumbnail } from './Thumbnail.tsx'

/** Pictures and files: uploaded here, dropped on it, or chosen among those that are there. */
export default function AssetControl({ field, value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keys = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  const known = useReferences(keys)
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [over, setOver] = useState(false)
  const store = (next: string[]) => onChange(field.multiple ? (next.length > 0 ? next : undefined) : next.at(-1))
  const upload = async (files: File[]) => {
    let next = keys
    setError(null)
    for (const file of field.multiple ? files : files.slice(0, 1)) {
      setBusy(file.name)
      try {
        const asset = await uploadAsset(file)
        next = field.multiple ? [...next, asset['@id']] : [asset['@id']]
        store(next)
      } catch (failure) {
        setError(`${file.name}: ${failure instanceof ApiError ? failure.message : t('failure.defect')}`)
      }
    }
    setBusy(null)
    void client.invalidateQueries({ queryKey: ['references'] })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!readOnly) void upload([...event.dataTransfer.files])
  }
  const move = (from: number, to: number) => {
    const next = [...keys]
    next.splice(to, 0, ...next.splice(from, 1))
    store(next)
  }
  return (
    <div className="assets" role="group" aria-labelledby={labelId} aria-describedby={describedBy} data-over={over || undefined} data-invalid={invalid || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      {keys.length > 0 && (
        <ul>
          {keys.map((key, at) => {
            const hit = known.data?.find((candidate) => candidate.id === key)
            const title = hit?.title ?? key
            return (
              <li key={key} className="asset">
                <Thumbnail hit={hit} assetKey={key} />
                <span className="asset-name clip" title={title}>{title}</span>
                {!readOnly && (
                  <span className="row" style={{ gap: 0 }}>
                    {keys.length > 1 && <ActionIcon size={24} aria-label={t('multi.up', { at: at + 1 })} disabled={at === 0} onClick={() => move(at, at - 1)}><IconArrowLeft size={14} /></ActionIcon>}
                    {keys.length > 1 && <ActionIcon size={24} aria-label={t('multi.down', { at: at + 1 })} disabled={at === keys.length - 1} onClick={() => move(at, at + 1)}><IconArrowRight size={14} /></ActionIcon>}
                    <span className="grow" />
                    <ActionIcon size={24} aria-label={t('picker.remove', { title })} onClick={() => store(keys.filter((other) => other !== key))}><IconX size={14} /></ActionIcon>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {!readOnly && (
        <div className="row wrap">
          <FileButton onChange={(files) => { if (files) void upload(Array.isArray(files) ? files : [files]) }} multiple={field.multiple} inputProps={{ id, 'aria-label': `${field.label.text}: ${t('asset.upload')}` }}>
            {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={15} aria-hidden />} loading={busy !== null}>{t('asset.upload')}</Button>}
          </FileButton>
          <Button variant="default" leftSection={<IconPhotoSearch size={15} aria-hidden />} onClick={() => setChoosing(true)}>{t('asset.choose')}</Button>
          <span className="quiet small only-wide">{t('asset.drop')}</span>
        </div>
      )}
      {busy && <div role="status"><p className="small">{t('asset.uploading', { name: busy })}</p><Progress value={100} animated size="xs" aria-label={t('asset.uploading', { name: busy })} /></div>}
      {error && <p className="field-error" role="alert">{error}</p>}
      <Modal opened={choosing} onClose={() => setChoosing(false)} title={t('asset.choose')} size="xl" closeButtonProps={{ 'aria-label': t('action.close') }}>
        <AssetChooser onPick={(key) => { setChoosing(false); if (!keys.includes(key)) store(field.multiple ? [...keys, key] : [key]) }} />
      </Modal>
    </div>
  )
}
