import { Button, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { differences, nameVersion, restoreVersion, versionsOf, type Version } from '../api/history.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { formatMoment, localeName } from '../theme/format.ts'
import { placeOf } from './places.ts'
import { readable } from './readable.ts'
import type { PanelProps } from './SidePanel.tsx'
import { WordDiff } from './WordDiff.tsx'

/** What was published or kept, what differs between any two, and going back: wholly or field by field. */
export function VersionsPanel({ app, draft }: PanelProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id'] ?? ''
  const versions = useQuery({ queryKey: ['versions', type, id], queryFn: () => versionsOf(type, id) })
  const [compared, setCompared] = useState<{ from: string; to: string } | null>(null)
  const [label, setLabel] = useState('')
  const deed = async (work: () => Promise<unknown>, done: string) => {
    try {
      if (draft.isUnsaved) await draft.saveNow()
      await draft.changeBy(work)
      await client.invalidateQueries({ queryKey: ['versions', type, id] })
      await client.invalidateQueries({ queryKey: ['differences', type, id] })
      tellDone(done)
    } catch (error) {
      tellFailure(error)
    }
  }
  const restore = (name: string, field?: string) => void deed(() => restoreVersion(type, id, name, field ? [field] : undefined), field ? t('done.fieldRestored', { field: placeOf(app, field).label, name }) : t('done.restored', { name }))
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim()) void deed(() => nameVersion(type, id, label.trim()), t('versions.kept')).then(() => setLabel(''))
  }
  if (versions.isError) return <FailureCard error={versions.error} retry={() => void versions.refetch()} />
  if (!versions.data) return <p className="quiet">{t('state.loading')}</p>
  return (
    <>
      <form className="row" onSubmit={keep} style={{ alignItems: 'flex-end' }}>
        <TextInput className="grow" size="xs" label={t('versions.keep')} placeholder={t('versions.keepExample')} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!label.trim()}>{t('action.save')}</Button>
      </form>
      {versions.data.length === 0 && <p className="quiet">{t('versions.nothing')}</p>}
      <ol className="versions">
        {versions.data.map((version) => (
          <li key={version.name}>
            <div className="grow">
              <p className="strong break">{version.label ?? t('versions.name', { name: version.name })} {version.live && <span className="tag">{t('versions.live')}</span>}</p>
              <p className="quiet small">{version.label && `${t('versions.name', { name: version.name })} · `}{formatMoment(version.created)}{version.by && ` · ${version.label ? version.by : t('versions.textBy', { name: version.by })}`}</p>
            </div>
            <Button size="compact-sm" variant="subtle" onClick={() => setCompared({ from: version.name, to: 'draft' })} aria-label={t('versions.compareNamed', { name: version.name })}>{t('versions.compare')}</Button>
            <Button size="compact-sm" variant="default" onClick={() => restore(version.name)} aria-label={t('versions.restoreNamed', { name: version.name })}>{t('versions.restore')}</Button>
          </li>
        ))}
      </ol>
      {compared && <Comparison {...{ app, draft }} versions={versions.data} compared={compared} onChange={setCompared} onTake={restore} />}
    </>
  )
}

interface ComparisonProps extends Pick<PanelProps, 'app' | 'draft'> {
  versions: Version[]
  compared: { from: string; to: string }
  onChange: (compared: { from: string; to: string }) => void
  onTake: (name: string, field: string) => void
}

function Comparison({ app, draft, versions, compared, onChange, onTake }: ComparisonProps) {
  const { t } = useTranslation()
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id'] ?? ''
  const found = useQuery({ queryKey: ['differences', type, id, compared, draft.entry?.revision], queryFn: () => differences(type, id, compared.from, compared.to) })
  const states = [{ value: 'draft', label: t('versions.draft') }, ...(versions.some((version) => version.live) ? [{ value: 'live', label: t('versions.live') }] : []), ...versions.map((version) => ({ value: version.name, label: version.label ?? t('versions.name', { name: version.name }) }))]
  return (
    <section aria-label={t('versions.compare')} className="stack">
      <div className="row">
        <Select className="grow" size="xs" label={t('versions.from')} data={states} value={compared.from} allowDeselect={false} onChange={(from) => { if (from) onChange({ ...compared, from }) }} />
        <Select className="grow" size="xs" label={t('versions.to')} data={states} value={compared.to} allowDeselect={false} onChange={(to) => { if (to) onChange({ ...compared, to }) }} />
      </div>
      {found.isError && <FailureCard error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className="quiet small">{t('versions.same')}</p>}
      {found.data?.map((difference) => {
        const place = placeOf(app, difference.field)
        return (
          <div key={difference.field} className="difference">
            <div className="row">
              <h3 className="grow">{place.label}{difference.locale && difference.locale !== app.defaultLocale && ` (${localeName(difference.locale)})`}</h3>
              {compared.to === 'draft' && <Button size="compact-xs" variant="default" onClick={() => onTake(compared.from, difference.field)} aria-label={`${t('versions.take')}: ${place.label}`}>{t('versions.take')}</Button>}
            </div>
            <WordDiff before={readable(difference.before)} after={readable(difference.after)} />
          </div>
        )
      })}
    </section>
  )
}
