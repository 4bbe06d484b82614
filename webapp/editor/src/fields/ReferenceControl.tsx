import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconExternalLink, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOfFiles, useApps } from '../api/apps.ts'
import { useReferences, type Hit } from '../api/choices.ts'
import type { ControlProps } from './controls.tsx'
import { EntryPicker } from './EntryPicker.tsx'

const QuickCreate = lazy(() => import('../entry/QuickCreate.tsx'))

/** Links to other entries: found by their titles, or made on the spot. */
export default function ReferenceControl({ field, value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const types = field.datasource?.contentTypes ?? []
  const ids = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  const known = useReferences(ids)
  const apps = useApps().data?.flatMap((group) => group.apps) ?? []
  const [creating, setCreating] = useState<string | null>(null)
  const creatable = apps.find((app) => app.contentType === types[0] && !isOfFiles(app))
  const store = (next: string[]) => onChange(field.multiple ? (next.length > 0 ? next : undefined) : next.at(-1))
  const pick = (hit: Pick<Hit, 'id'> | null) => {
    if (hit && !ids.includes(hit.id)) store(field.multiple ? [...ids, hit.id] : [hit.id])
  }
  const move = (from: number, to: number) => {
    const next = [...ids]
    next.splice(to, 0, ...next.splice(from, 1))
    store(next)
  }
  return (
    <div className="refs">
      {ids.length > 0 && (
        <ul aria-labelledby={labelId}>
          {ids.map((one, at) => {
            const hit = known.data?.find((candidate) => candidate.id === one)
            const app = apps.find((candidate) => candidate.contentType === (hit?.contentType ?? types[0]))
            const title = hit?.title ?? (known.isPending ? '…' : one)
            return (
              <li key={one} className="ref">
                {!hit && known.isSuccess && <Tooltip label={t('picker.broken')}><IconAlertTriangle size={15} color="var(--mantine-color-error)" aria-label={t('picker.broken')} /></Tooltip>}
                <span className="grow break">{title}</span>
                {hit?.state && <span className="state tiny" data-state={hit.state}><span className="only-wide">{t(`state.${hit.state}` as 'state.published')}</span></span>}
                <span className="row" style={{ gap: 0 }}>
                  {app && hit && <ActionIcon size={26} aria-label={t('picker.open', { title })} renderRoot={(props) => <Link {...props} to="/apps/$app/$id" params={{ app: app.name, id: one }} />}><IconExternalLink size={14} /></ActionIcon>}
                  {field.multiple && !readOnly && ids.length > 1 && (
                    <>
                      <ActionIcon size={26} aria-label={t('multi.up', { at: at + 1 })} disabled={at === 0} onClick={() => move(at, at - 1)}><IconArrowUp size={14} /></ActionIcon>
                      <ActionIcon size={26} aria-label={t('multi.down', { at: at + 1 })} disabled={at === ids.length - 1} onClick={() => move(at, at + 1)}><IconArrowDown size={14} /></ActionIcon>
                    </>
                  )}
                  {!readOnly && <ActionIcon size={26} aria-label={t('picker.remove', { title })} onClick={() => store(ids.filter((other) => other !== one))}><IconX size={14} /></ActionIcon>}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {!readOnly && (
        <EntryPicker id={id} types={types} describedBy={describedBy} invalid={invalid} onPick={pick} onCreate={creatable ? setCreating : undefined}
          placeholder={field.placeholder?.text ?? (ids.length > 0 ? (field.multiple ? t('picker.another') : t('picker.other')) : undefined)} />
      )}
      <Suspense fallback={null}>
        {creating !== null && creatable && (
          <QuickCreate app={creatable.name} title={creating} onClose={() => setCreating(null)} onCreated={(made) => {
            setCreating(null)
            void client.invalidateQueries({ queryKey: ['reference-titles'] })
            pick({ id: made })
          }} />
        )}
      </Suspense>
    </div>
  )
}
