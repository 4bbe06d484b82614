import '../theme/list.css'
import '../theme/entry.css'
import '../theme/media.css'
import { ActionIcon, Button, Menu, Tabs, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconChevronDown, IconDownload, IconFolderShare, IconReplace, IconRestore, IconTrash, IconTrashX } from '@tabler/icons-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadOf, kindOf, replaceFile, restoreAsset, useAssetOptions, useFolders } from '../api/assets.ts'
import { ApiError } from '../api/problem.ts'
import { useCommands } from '../shell/commands.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { tellDone } from '../shell/tell.ts'
import { AssetStanding } from './AssetStanding.tsx'
import { AssetUse } from './AssetUse.tsx'
import { AssetView } from './AssetView.tsx'
import { Crop } from './Crop.tsx'
import { FileChoice } from './FileChoice.tsx'
import { FocalPoint } from './FocalPoint.tsx'
import { MetadataForm } from './MetadataForm.tsx'
import { parentOf } from './mediaState.ts'
import { RightsForm, TextsForm } from './RightsForm.tsx'
import { useAssetForm, type AssetForm } from './useAssetForm.ts'

const BulkAssetsDialog = lazy(() => import('./BulkAssetsDialog.tsx'))
const route = getRouteApi('/media/$id')

/** One asset: what it looks like, what is known and said of it, who uses it, and what can be done with it. */
export function AssetPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const { form, error, refetch } = useAssetForm(id)
  // What is known stays on the screen, also when it is asked again in vain: for it was removed just now, or the network is away.
  if (form) return <Opened key={id} id={id} form={form} />
  if (error) return <FailureCard isPage error={error} retry={() => void refetch()} />
  return <p className="page quiet" role="status">{t('state.loading')}</p>
}

function Opened({ id, form }: { id: string; form: AssetForm }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate()
  const options = useAssetOptions().data
  const folders = useFolders()
  const { asset } = form
  const title = String(form.property('title') ?? asset.fileName)
  const [doing, setDoing] = useState<'trash' | 'purge' | 'move' | null>(null)
  const [tab, setTab] = useState<string>('texts')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const replaceButton = useRef<HTMLButtonElement>(null)
  const { write, delete: remove, publish } = asset.permissions
  const back = () => void navigate({ to: '/media', search })
  useEffect(() => { document.title = `${title} · Nephele` }, [title])
  const attempt = async (deed: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setError(null)
    try {
      await deed()
      tellDone(done)
    } catch (failure) {
      setError(failure instanceof ApiError ? (failure.isOffline ? t('failure.offline') : failure.message) : t('failure.defect'))
    }
    form.refresh()
    setBusy(false)
  }
  const group = t('media.thisAsset')
  useCommands([
    { id: 'save', label: t('action.save'), group, keys: 'Mod+S', run: () => void form.save() },
    { id: 'list', label: t('entry.back'), group, keys: 'Alt+Backspace', run: back },
    { id: 'replace', label: t('media.replace'), group, run: () => replaceButton.current?.click() },
  ])
  const readOnly = !write.allowed || asset.trash
  const isPicture = kindOf(asset.mimeType) === 'image' && asset.mimeType !== 'image/svg+xml'
  return (
    <div className="asset-page">
      <header className="list-head asset-head">
        <Tooltip label={t('entry.back')}><ActionIcon aria-label={t('entry.back')} renderRoot={(props) => <Link {...props} to="/media" search={search} />}><IconArrowLeft size={18} /></ActionIcon></Tooltip>
        <div className="grow">
          <p className="entry-kind"><Link to="/media" search={{ folder: parentOf(asset['@path']) }} className="link-quiet">{parentOf(asset['@path'])}</Link></p>
          <h1 className="clip">{title}</h1>
        </div>
        <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} renderRoot={(props) => <a {...props} href={downloadOf(asset)} download={asset.fileName}>{props.children}</a>} className="only-wide">{t('media.download')}</Button>
        {asset.trash
          ? <Button leftSection={<IconRestore size={15} aria-hidden />} loading={busy} disabled={!publish.allowed} title={publish.allowed ? undefined : publish.rule} onClick={() => void attempt(() => restoreAsset(id), t('media.restored'))}>{t('media.restore')}</Button>
          : (
            <FileChoice multiple={false} label={t('media.replace')} buttonRef={replaceButton} variant="default" leftSection={<IconReplace size={15} aria-hidden />} loading={busy} disabled={readOnly} title={readOnly ? write.rule : undefined} className="only-wide"
              onFiles={([file]) => { if (file) void attempt(() => replaceFile(id, file), t('media.replaced')) }}>{t('media.replace')}</FileChoice>
          )}
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>{t('entry.more')}</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconDownload size={15} />} component="a" href={downloadOf(asset)} download={asset.fileName}>{t('media.download')}</Menu.Item>
            {!asset.trash && <Menu.Item leftSection={<IconReplace size={15} />} disabled={readOnly} onClick={() => replaceButton.current?.click()}>{t('media.replace')}</Menu.Item>}
            {!asset.trash && <Menu.Item leftSection={<IconFolderShare size={15} />} disabled={readOnly} onClick={() => setDoing('move')}>{t('bulk.move')}</Menu.Item>}
            {!asset.trash && <Menu.Item leftSection={<IconTrash size={15} />} color="red" disabled={!write.allowed} onClick={() => setDoing('trash')}>{t('media.toTrash')}</Menu.Item>}
            {asset.trash && <Menu.Item leftSection={<IconTrashX size={15} />} color="red" disabled={!write.allowed && !remove.allowed} onClick={() => setDoing('purge')}>{t('media.purge')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </header>
      <div className="asset-columns">
        <section className="asset-look" aria-label={t('media.preview')}>
          <AssetView asset={asset} title={title} />
          <AssetStanding asset={asset} />
          {error && <div className="login-error" role="alert">{error}</div>}
          <AssetUse id={id} trash={asset.trash} />
        </section>
        <section className="asset-forms" aria-label={t('media.about')}>
          {readOnly && <p className="notice">{asset.trash ? t('media.inTrash') : t('media.readOnly', { rule: write.rule })}</p>}
          {form.failure && <div className="login-error" role="alert">{form.failure}</div>}
          <Tabs value={tab} onChange={(next) => setTab(next ?? 'texts')} keepMounted={false}>
            <Tabs.List aria-label={t('media.about')}>
              <Tabs.Tab value="texts">{t('media.tab.texts')}</Tabs.Tab>
              <Tabs.Tab value="rights">{t('media.tab.rights')}</Tabs.Tab>
              <Tabs.Tab value="metadata">{t('media.tab.metadata')}</Tabs.Tab>
              {isPicture && <Tabs.Tab value="crop">{t('media.tab.crop')}</Tabs.Tab>}
              {isPicture && <Tabs.Tab value="focus">{t('media.tab.focus')}</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="texts"><TextsForm form={form} options={options} readOnly={readOnly} /></Tabs.Panel>
            <Tabs.Panel value="rights"><RightsForm form={form} readOnly={readOnly} /></Tabs.Panel>
            <Tabs.Panel value="metadata"><MetadataForm form={form} readOnly={readOnly} /></Tabs.Panel>
            {isPicture && <Tabs.Panel value="crop"><Crop form={form} sizes={options?.sizes ?? []} readOnly={readOnly} /></Tabs.Panel>}
            {isPicture && <Tabs.Panel value="focus"><FocalPoint form={form} sizes={options?.sizes ?? []} readOnly={readOnly} /></Tabs.Panel>}
          </Tabs>
        </section>
      </div>
      {form.isChanged && (
        <div className="save-bar" role="region" aria-label={t('media.unsaved')}>
          <span className="grow" role="status">{t('media.unsaved')}</span>
          <Button variant="default" onClick={form.discard}>{t('media.discard')}</Button>
          <Button loading={form.isSaving} onClick={() => void form.save()}>{t('action.save')}</Button>
        </div>
      )}
      <Suspense fallback={null}>
        {doing && <BulkAssetsDialog deed={doing} ids={[id]} titles={new Map([[id, title]])} folders={folders.data ?? []} onClose={(isDone) => { setDoing(null); if (isDone) { form.refresh(); if (doing === 'purge') back() } }} />}
      </Suspense>
    </div>
  )
}
