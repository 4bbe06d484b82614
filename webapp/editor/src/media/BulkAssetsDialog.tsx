import { Autocomplete, Button, Checkbox, Progress, Select, TagsInput, TextInput } from '@mantine/core'
import { IconAlertCircle, IconCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assetUsedIn, changeAssets, purgeAsset, restoreAsset, trashAsset, type AssetFolder, type BulkResult } from '../api/assets.ts'
import type { Json } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import type { UsedIn } from '../api/usedIn.ts'
import { UsedInList } from '../entry/UsedInList.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { LICENCES } from './labels.ts'

export type BulkDeed = 'describe' | 'move' | 'trash' | 'restore' | 'purge'

interface Props {
  deed: BulkDeed
  ids: string[]
  titles: Map<string, string>
  folders: AssetFolder[]
  onClose: (isDone: boolean) => void
}

const AT_ONCE = 50
const ONE_BY_ONE = { trash: trashAsset, restore: restoreAsset, purge: purgeAsset }
const FIELDS = ['licence', 'creator', 'source', 'consentReference', 'consentExpires'] as const
type FieldName = (typeof FIELDS)[number]
/** @property usedIn who keeps it from being thrown away */
type Outcome = BulkResult & { usedIn?: UsedIn }

/** The same for all marked assets; then what became of each. */
export default function BulkAssetsDialog({ deed, ids, titles, folders, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [folder, setFolder] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Partial<Record<FieldName, string | string[]>>>({})
  const [results, setResults] = useState<Outcome[] | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    const all: Outcome[] = []
    const properties: Record<string, Json> = {}
    for (const [name, value] of Object.entries(chosen)) properties[name] = value.length > 0 ? value : null
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const part = ids.slice(at, at + AT_ONCE)
      if (deed === 'describe' || deed === 'move') all.push(...await changeAssets(part, deed === 'move' ? { folder: folder ?? '/' } : { properties }).catch((failure: unknown) => part.map((id) => ({ '@id': id, error: message(failure) }))))
      else for (const id of part) { all.push(await ONE_BY_ONE[deed](id).then(() => ({ '@id': id }), (failure: unknown) => refusal(id, failure))); setResults([...all]) }
      setResults([...all])
    }
    setBusy(false)
    for (const key of ['assets', 'asset-folders', 'asset']) void client.invalidateQueries({ queryKey: [key] })
  }
  const message = (failure: unknown) => (failure instanceof ApiError ? (failure.isOffline ? t('failure.offline') : [failure.message, ...failure.fields.slice(0, 3).map((one) => `${one.field} ${one.message}`)].filter((text, at, list) => !list.slice(0, at).some((said) => said.includes(text))).join('; ')) : t('failure.defect'))
  // Their titles say more than the paths in the refusal.
  const refusal = async (id: string, failure: unknown): Promise<Outcome> => {
    const usedIn = failure instanceof ApiError && failure.code === 'still-referenced' ? await assetUsedIn(id).catch(() => undefined) : undefined
    return usedIn && usedIn.usages.length > 0 ? { '@id': id, error: t('media.inUse'), usedIn } : { '@id': id, error: message(failure) }
  }
  const isReady = deed === 'describe' ? Object.keys(chosen).length > 0 : deed === 'move' ? folder !== null : true
  const refused = results?.filter((one) => one.error) ?? []
  const isOver = results !== null && !busy
  const set = (name: FieldName, value: string | string[] | undefined) => setChosen(({ [name]: _gone, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }))
  const named = (name: FieldName) => (name === 'consentReference' || name === 'consentExpires' ? t('media.consent.of', { what: t(`media.field.${name}`) }) : t(`media.field.${name}`))
  const choice = (name: FieldName, control: ReactNode) => (
    <div className="bulk-choice" key={name}>
      <Checkbox size="sm" checked={chosen[name] !== undefined} onChange={(event) => set(name, event.currentTarget.checked ? (name === 'creator' ? [] : '') : undefined)} label={named(name)} />
      {chosen[name] !== undefined && control}
    </div>
  )
  const text = (name: FieldName) => String(chosen[name] ?? '')
  return (
    <Dialog onClose={() => onClose(results !== null)} title={t(`media.bulk.${deed}`, { count: ids.length })} size="lg">
      <div className="stack">
        {results === null && (
          <>
            <p className="small">{t(`media.bulk.${deed}.text`)}</p>
            {deed === 'move' && <Select data-autofocus label={t('bulk.folder')} data={folders.map((one) => ({ value: one.path, label: one.path === '/' ? t('media.root') : one.path }))} value={folder} onChange={setFolder} searchable />}
            {deed === 'describe' && (
              <>
                {choice('licence', <Autocomplete aria-label={named('licence')} data={LICENCES} value={text('licence')} onChange={(value) => set('licence', value)} />)}
                {choice('creator', <TagsInput aria-label={named('creator')} description={t('media.field.creator.help')} value={chosen.creator as string[]} onChange={(value) => set('creator', value)} />)}
                {choice('source', <TextInput aria-label={named('source')} value={text('source')} onChange={(event) => set('source', event.currentTarget.value)} />)}
                {choice('consentReference', <TextInput aria-label={named('consentReference')} value={text('consentReference')} onChange={(event) => set('consentReference', event.currentTarget.value)} />)}
                {choice('consentExpires', <TextInput type="date" aria-label={named('consentExpires')} value={text('consentExpires')} onChange={(event) => set('consentExpires', event.currentTarget.value)} />)}
                <p className="quiet small">{t('media.bulk.empty')}</p>
              </>
            )}
          </>
        )}
        {results !== null && (
          <>
            {busy && <Progress value={(results.length / ids.length) * 100} size="sm" aria-label={t('bulk.progress', { done: results.length, count: ids.length })} />}
            <p role="status" className="strong">{busy ? t('bulk.progress', { done: results.length, count: ids.length }) : t('media.bulk.done', { done: results.length - refused.length, count: ids.length })}</p>
            <ul className="outcomes" tabIndex={0} aria-label={t('media.bulk.outcome')}>
              {[...refused, ...results.filter((one) => !one.error)].slice(0, 200).map((one) => (
                <li key={one['@id']} data-wrong={one.error ? true : undefined}>
                  {one.error ? <IconAlertCircle size={15} aria-hidden /> : <IconCheck size={15} aria-hidden />}
                  <span className="grow"><span className="break">{titles.get(one['@id']) ?? one['@id']}</span>{one.error && <span className="small break">{one.error}</span>}{one.usedIn && <UsedInList referrers={one.usedIn.usages} />}{one.usedIn && one.usedIn.hidden > 0 && <span className="quiet tiny">{t('usedin.hidden', { count: one.usedIn.hidden })}</span>}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={() => onClose(results !== null)}>{isOver ? t('action.close') : t('action.cancel')}</Button>
          {!isOver && <Button color={deed === 'purge' ? 'red' : undefined} loading={busy} disabled={!isReady} onClick={() => void run()}>{t(`media.bulk.${deed}.do`)}</Button>}
        </div>
      </div>
    </Dialog>
  )
}
