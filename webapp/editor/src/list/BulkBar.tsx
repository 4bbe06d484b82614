import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconCloudUpload, IconFolderShare, IconForms, IconTrash, IconWorldOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../api/entries.ts'
import type { BulkAction, BulkRequest } from '../api/jobs.ts'
import type { AppModel, Permission } from '../api/model.ts'
import { MayButton } from '../shell/MayButton.tsx'
import { useRight, useWholeRight } from '../shell/rights.ts'
import { Whys } from '../shell/Why.tsx'
import { formatNumber } from '../theme/format.ts'
import type { EntryPages } from './useEntries.ts'
import type { Selection } from './useSelection.ts'

const BulkDialog = lazy(() => import('./BulkDialog.tsx'))

/** What can be done with all marked entries at once, or with all that the list has. */
export function BulkBar({ app, selection, pages, query }: { app: AppModel; selection: Selection; pages: EntryPages; query: Omit<ListQuery, 'offset' | 'limit'> }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [action, setAction] = useState<BulkAction | null>(null)
  const { all } = selection
  const count = all ? pages.total : selection.ids.size
  const request: Omit<BulkRequest, 'action'> = { contentType: app.contentType ?? '', ...(all ? { selection: { q: query.q, filters: query.filter, locale: query.locale } } : { ids: [...selection.ids] }) }
  const mayPublish = useRight('publish', app.contentType)
  const mayWrite = useRight('write', app.contentType)
  const mayMove = useWholeRight(app.contentType)
  const mayDelete = useRight('delete', app.contentType)
  const rest: { deed: BulkAction; label: string; icon: typeof IconTrash; permission: Permission }[] = [
    { deed: 'unpublish', label: t('action.unpublish'), icon: IconWorldOff, permission: mayPublish },
    { deed: 'move', label: t('bulk.move'), icon: IconFolderShare, permission: mayMove },
    // A deletion is a change as well.
    { deed: 'delete', label: t('action.delete'), icon: IconTrash, permission: mayWrite.allowed ? mayDelete : mayWrite },
  ]
  const denied = rest.find((one) => !one.permission.allowed)?.permission
  const more = { variant: 'default', rightSection: <IconChevronDown size={14} aria-hidden />, children: t('entry.more') }
  return (
    <div className="bulk" role="region" aria-label={t('bulk.title')}>
      <span className="strong" role="status">{t('bulk.marked', { count, formatted: formatNumber(count) })}</span>
      {!all && pages.total > selection.ids.size && <Button variant="subtle" onClick={selection.chooseAll}>{t('bulk.all', { count: pages.total, formatted: formatNumber(pages.total) })}</Button>}
      <MayButton permission={mayPublish} variant="default" leftSection={<IconCloudUpload size={15} aria-hidden />} onClick={() => setAction('publish')}>{t('action.publish')}</MayButton>
      <MayButton permission={mayWrite} variant="default" leftSection={<IconForms size={15} aria-hidden />} onClick={() => setAction('setField')}>{t('bulk.setField')}</MayButton>
      {denied && rest.every((one) => !one.permission.allowed) ? <MayButton permission={denied} {...more} /> : (
        <Menu>
          <Menu.Target><Button {...more} /></Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ deed, label, icon: Icon, permission }) => <Menu.Item key={deed} leftSection={<Icon size={15} />} color={deed === 'delete' ? 'red' : undefined} disabled={!permission.allowed} onClick={() => setAction(deed)}>{label}</Menu.Item>)}
            <Whys permissions={rest.map((one) => one.permission)} />
          </Menu.Dropdown>
        </Menu>
      )}
      <span className="grow" />
      <Button variant="subtle" onClick={selection.clear}>{t('bulk.clear')}</Button>
      <Suspense fallback={null}>
        {action && <BulkDialog app={app} action={action} request={request} count={count} onClose={(isGone) => { setAction(null); if (isGone) selection.clear() }} onDone={() => void client.invalidateQueries({ queryKey: ['entries', app.contentType] })} />}
      </Suspense>
    </div>
  )
}
