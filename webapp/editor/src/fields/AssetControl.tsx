import '../theme/media.css'
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPhotoSearch, IconUpload, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useReferences } from '../api/choices.ts'
import { useForm } from '../form/FormContext.tsx'
import { pathText } from '../form/values.ts'
import { DRAGGED } from '../media/AssetGrid.tsx'
import { fileRuleOf, kindsOf } from '../media/fileRule.ts'
import { FileChoice } from '../media/FileChoice.tsx'
import { UploadRows } from '../media/UploadRows.tsx'
import { uploads, useUploads } from '../media/uploads.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { AltPrompt } from './AltPrompt.tsx'
import { AssetChooser } from './AssetChooser.tsx'
import type { ControlProps } from './controls.tsx'
import { Thumbnail } from './Thumbnail.tsx'

/** Pictures and files: uploaded here, dropped on it, or chosen in the library. */
export default function AssetControl({ field, path, value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const form = useForm()
  const client = useQueryClient()
  const keys = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  const known = useReferences(keys)
  const owner = `${form.draft.entry?.['@id'] ?? 'new'}:${pathText(path)}`
  const going = useUploads(owner)
  const [choosing, setChoosing] = useState(false)
  const [over, setOver] = useState(false)
  const rule = fileRuleOf(field)
  const store = (next: string[]) => onChange(field.multiple ? (next.length > 0 ? next : undefined) : next.at(-1))
  const add = (more: string[]) => store(field.multiple ? [...keys, ...more.filter((key) => !keys.includes(key))] : more.slice(-1))
  // What is uploaded comes when it comes: added to what is there then.
  const latest = useRef(add)
  latest.current = add
  const upload = (files: File[], folder?: string) => {
    uploads.clear(owner)
    uploads.add(field.multiple ? files : files.slice(0, 1), {
      owner,
      folder,
      rule,
      onDone: (key) => {
        latest.current([key])
        for (const name of ['reference-titles', 'assets']) void client.invalidateQueries({ queryKey: [name] })
      },
    })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (readOnly) return
    const ids = event.dataTransfer.getData(DRAGGED)
    if (ids) add(JSON.parse(ids) as string[])
    else upload([...event.dataTransfer.files])
  }
  const move = (from: number, to: number) => {
    const next = [...keys]
    next.splice(to, 0, ...next.splice(from, 1))
    store(next)
  }
  return (
    <div className="assets" role="group" aria-labelledby={labelId} aria-describedby={describedBy} data-over={(over && !readOnly) || undefined} data-invalid={invalid || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      {keys.length > 0 && (
        <ul>
          {keys.map((key, at) => {
            const hit = known.data?.find((candidate) => candidate.id === key)
            const title = hit?.title ?? key
            return (
              <li key={key} className="asset">
                <Thumbnail hit={hit} assetKey={key} />
                <span className="row" style={{ gap: 0 }}>
                  <Link to="/media/$id" params={{ id: key }} className="asset-name clip grow link-quiet" title={title}>{title}</Link>
                  {!readOnly && (
                    <>
                      {keys.length > 1 && <ActionIcon size={24} aria-label={t('multi.up', { at: at + 1 })} disabled={at === 0} onClick={() => move(at, at - 1)}><IconArrowLeft size={14} /></ActionIcon>}
                      {keys.length > 1 && <ActionIcon size={24} aria-label={t('multi.down', { at: at + 1 })} disabled={at === keys.length - 1} onClick={() => move(at, at + 1)}><IconArrowRight size={14} /></ActionIcon>}
                      <ActionIcon size={24} aria-label={t('picker.remove', { title })} onClick={() => store(keys.filter((other) => other !== key))}><IconX size={14} /></ActionIcon>
                    </>
                  )}
                </span>
                {known.isSuccess && !hit && <span className="tiny field-error">{t('asset.broken')}</span>}
                {!readOnly && hit && <AltPrompt assetKey={key} locale={form.locale} />}
              </li>
            )
          })}
        </ul>
      )}
      {!readOnly && rule.types.length > 0 && <p className="quiet tiny">{t('asset.takes', { types: rule.types.join(', ') })}</p>}
      {!readOnly && (
        <div className="row wrap">
          <FileChoice multiple={field.multiple} accept={rule.types.join(',') || undefined} inputId={id} label={`${field.label.text}: ${t('asset.upload')}`} variant="default" leftSection={<IconUpload size={15} aria-hidden />} onFiles={(files) => upload(files)}>{t('asset.upload')}</FileChoice>
          <Button variant="default" leftSection={<IconPhotoSearch size={15} aria-hidden />} onClick={() => setChoosing(true)}>{t('asset.choose')}</Button>
          <span className="quiet small only-wide">{t('asset.drop')}</span>
        </div>
      )}
      {going.some((item) => item.state !== 'done') && <UploadRows items={going.filter((item) => item.state !== 'done')} />}
      {choosing && (
        <Dialog onClose={() => setChoosing(false)} title={t('asset.choose')} size="xl">
          <AssetChooser multiple={field.multiple} kinds={kindsOf(rule)} taken={keys} onPick={(picked) => { setChoosing(false); add(picked) }} onUpload={(files, folder) => { setChoosing(false); upload(files, folder) }} />
        </Dialog>
      )}
    </div>
  )
}
