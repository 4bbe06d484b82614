import { ActionIcon, Button, Menu, Select, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconCircleCheck, IconClock, IconCloudOff, IconCloudUpload, IconColumns2, IconCopy, IconDots, IconExclamationCircle, IconEye, IconHistory, IconLink, IconMessage, IconPencil, IconTrash, IconUsersGroup, IconWorldOff, IconArrowMoveUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import type { Draft, SaveState } from '../form/draft.ts'
import { Whys } from '../shell/Why.tsx'
import { formatAgo, localeName } from '../theme/format.ts'
import type { EntrySearch, PanelName } from './EntryEditor.tsx'
import { initials, type Colleague } from './Presence.tsx'
import { StageButton, useAgrees } from './StageButton.tsx'
import { useEntryDeeds } from './useEntryDeeds.ts'

const DeleteDialog = lazy(() => import('./DeleteDialog.tsx'))
const RenameDialog = lazy(() => import('./RenameDialog.tsx'))

interface Props {
  app: AppModel
  draft: Draft
  title: string
  locale: string
  search: EntrySearch
  go: (change: Partial<EntrySearch>) => void
  onPublish: () => void
  onUndo: () => void
  onRedo: () => void
  colleagues: Colleague[]
  openComments: number
}

export function EntryHead({ app, draft, title, locale, search, go, onPublish, onUndo, onRedo, colleagues, openComments }: Props) {
  const { t } = useTranslation()
  const entry = draft.entry
  const state = entry?.state ?? 'not-published'
  const agrees = useAgrees(app.contentType, entry?.['@id'])
  const locales = app.locales.map((one) => ({ value: one.id, label: one.label || localeName(one.id) }))
  return (
    <header className="entry-head">
      <div className="row">
        <ActionIcon aria-label={t('entry.back')} renderRoot={(props) => <Link {...props} to="/apps/$app" params={{ app: app.name }} />}><IconArrowLeft size={18} /></ActionIcon>
        <div className="grow">
          <p className="entry-kind">{app.detail?.label.text ?? app.label.text}</p>
          <h1 className="clip" title={title}>{title || t('entry.untitled')}</h1>
        </div>
        {colleagues.map((colleague) => <Tooltip key={colleague.user} label={t('presence.here', { name: colleague.name })}><span className="presence">{initials(colleague.name)}</span></Tooltip>)}
        <Button onClick={onPublish} disabled={draft.isNew && !draft.isUnsaved} leftSection={<IconCloudUpload size={16} aria-hidden />}>{t('action.publish')}</Button>
        <EntryMenu app={app} draft={draft} title={title} go={go} search={search} />
      </div>
      <div className="row wrap entry-bar">
        <span className="state" data-state={state}>{t(`state.${state}`)}</span>
        <SaveIndicator draft={draft} />
        <StageButton type={app.contentType} id={entry?.['@id']} open={search.panel === 'workflow'} go={go} />
        <span className="grow" />
        {app.locales.length > 1 && (
          <>
            <Select aria-label={t('entry.locale')} size="xs" w="10rem" data={locales} value={locale} allowDeselect={false} searchable={locales.length > 10} onChange={(next) => go({ locale: next ?? undefined })} />
            <Tooltip label={t('entry.beside')}>
              <ActionIcon aria-label={t('entry.beside')} aria-pressed={Boolean(search.beside)} data-on={Boolean(search.beside) || undefined} className="only-wide"
                onClick={() => go({ beside: search.beside ? undefined : (locale === app.defaultLocale ? app.locales.find((one) => one.id !== locale)?.id : app.defaultLocale) })}><IconColumns2 size={17} /></ActionIcon>
            </Tooltip>
            {search.beside && <Select aria-label={t('entry.besideLocale')} size="xs" w="10rem" className="only-wide" data={locales.filter((one) => one.value !== locale)} value={search.beside} allowDeselect={false} onChange={(next) => go({ beside: next ?? undefined })} />}
          </>
        )}
        <div className="row wrap entry-tools">
          <Tooltip label={t('action.undo')}><ActionIcon aria-label={t('action.undo')} disabled={!draft.canUndo} onClick={onUndo}><IconArrowBackUp size={17} /></ActionIcon></Tooltip>
          <Tooltip label={t('action.redo')}><ActionIcon aria-label={t('action.redo')} disabled={!draft.canRedo} onClick={onRedo}><IconArrowForwardUp size={17} /></ActionIcon></Tooltip>
          {PANELS.filter(([panel]) => panel !== 'agreement' || agrees).map(([panel, Icon]) => (
            <Tooltip key={panel} label={t(`panel.${panel}`)}>
              <ActionIcon aria-label={panel === 'comments' && openComments > 0 ? `${t('panel.comments')}: ${t('comments.open', { count: openComments })}` : t(`panel.${panel}`)} className={panel === 'comments' && openComments > 0 ? 'counted' : undefined} data-count={openComments} aria-pressed={search.panel === panel} data-on={search.panel === panel || undefined} disabled={!entry} onClick={() => go({ panel: search.panel === panel ? undefined : panel, field: undefined, comment: undefined })}><Icon size={17} /></ActionIcon>
            </Tooltip>
          ))}
        </div>
      </div>
    </header>
  )
}

const PANELS: [PanelName, typeof IconEye][] = [['preview', IconEye], ['versions', IconHistory], ['usedin', IconLink], ['comments', IconMessage], ['agreement', IconUsersGroup], ['schedule', IconClock]]

const SAVE_ICONS: Record<SaveState, typeof IconCircleCheck> = { saved: IconCircleCheck, unsaved: IconPencil, saving: IconCloudUpload, offline: IconCloudOff, refused: IconExclamationCircle, conflict: IconExclamationCircle }

/** Whether what is typed is on the server, said politely. */
function SaveIndicator({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  const Icon = SAVE_ICONS[draft.state]
  const modified = draft.entry?.['mgnl:lastModified']
  const text = draft.isNew && draft.state === 'saved' ? t('save.new') : t(`save.${draft.state}`)
  return (
    <span className="save-state" data-save={draft.state}>
      <Icon size={15} aria-hidden />
      <span role="status">{text}</span>
      {draft.state === 'saved' && modified && <span className="only-wide">· {formatAgo(modified)}</span>}
      {draft.state === 'refused' && draft.failure && <span className="break">· {draft.failure.message}</span>}
    </span>
  )
}

function EntryMenu({ app, draft, title, go, search }: Pick<Props, 'app' | 'draft' | 'title' | 'go' | 'search'>) {
  const { t } = useTranslation()
  const deeds = useEntryDeeds(app, draft)
  const [dialog, setDialog] = useState<'delete' | 'rename' | null>(null)
  const entry = draft.entry
  const may = entry?.['@permissions']
  const isLive = entry?.state === 'published' || entry?.state === 'modified'
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={t('entry.more')} variant="default" size={30}><IconDots size={17} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} disabled={!entry || may?.create?.allowed === false} onClick={deeds.duplicate}>{t('action.duplicate')}</Menu.Item>
          <Menu.Item leftSection={<IconArrowMoveUp size={16} />} disabled={!entry || may?.write?.allowed === false} onClick={() => setDialog('rename')}>{t('action.rename')}</Menu.Item>
          <Menu.Item leftSection={<IconHistory size={16} />} disabled={!entry} onClick={() => go({ panel: search.panel === 'versions' ? undefined : 'versions' })}>{t('panel.versions')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconWorldOff size={16} />} disabled={!isLive || may?.publish?.allowed === false} onClick={deeds.unpublish}>{t('action.unpublish')}</Menu.Item>
          {entry?.state === 'deleted'
            ? <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={deeds.undelete}>{t('action.undelete')}</Menu.Item>
            : <Menu.Item leftSection={<IconTrash size={16} />} color="red" disabled={!entry || may?.delete?.allowed === false} onClick={() => setDialog('delete')}>{t('action.delete')}</Menu.Item>}
          <Whys permissions={[may?.create, may?.write, may?.publish, may?.delete]} />
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'delete' && entry && <DeleteDialog app={app} entries={[{ id: entry['@id'], title: title || entry['@name'] }]} onClose={() => setDialog(null)} onDeleted={deeds.deleted} />}
        {dialog === 'rename' && entry && <RenameDialog app={app} entry={entry} onClose={() => setDialog(null)} onRenamed={() => { setDialog(null); void draft.refresh() }} />}
      </Suspense>
    </>
  )
}
