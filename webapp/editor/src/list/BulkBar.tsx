import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconCloudUpload, IconFolderShare, IconForms, IconTrash, IconWorldOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../api/entries.ts'
import type { BulkAction, BulkRequest } from '../api/jobs.ts'
import type { AppModel } from '../api/model.ts'
import { formatNumber } from '../theme/format.ts'
import type { EntryPages } from './useEntries.ts'
import type { Selection } from './useSelection.ts'

const BulkDialog = lazy(() => import('./BulkDialog.tsx'))

/** What can be done with all marked entries at once, or with all that the list has. */
export function BulkBar({ app, selection, pages, query }: { app: AppModel; selection: Selection; pages: EntryPages; query: Omit<ListQuery, 'offset' | 'limit'> }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [action, setAction] = useState<BulkAction | null>(null)
  const [all, setAll] = useState(false)
  const count = all ? pages.total : selection.ids.size
  const request: Omit<BulkRequest, 'action'> = { contentType: app.contentType ?? '', ...(all ? { selection: { q: query.q, filters: query.filter } } : { ids: [...selection.ids] }) }
  return (
    <div className="bulk" role="region" aria-label={t('bulk.title')}>
      <span className="strong" role="status">{t('bulk.marked', { count, formatted: formatNumber(count) })}</span>
      {!all && pages.total > selection.ids.size && <Button variant="subtle" onClick={() => setAll(true)}>{t('bulk.all', { count: pages.total, formatted: formatNumber(pages.total) })}</Button>}
      <Button variant="default" leftSection={<IconCloudUpload size={15} aria-hidden />} onClick={() => setAction('publish')}>{t('action.publish')}</Button>
      <Button variant="default" leftSection={<IconForms size={15} aria-hidden />} onClick={() => setAction('setField')}>{t('bulk.setField')}</Button>
      <Menu>
        <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>{t('entry.more')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconWorldOff size={15} />} onClick={() => setAction('unpublish')}>{t('action.unpublish')}</Menu.Item>
          <Menu.Item leftSection={<IconFolderShare size={15} />} onClick={() => setAction('move')}>{t('bulk.move')}</Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => setAction('delete')}>{t('action.delete')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className="grow" />
      <Button variant="subtle" onClick={() => { setAll(false); selection.clear() }}>{t('bulk.clear')}</Button>
      <Suspense fallback={null}>
        {action && <BulkDialog app={app} action={action} request={request} count={count} onClose={() => setAction(null)} onDone={() => void client.invalidateQueries({ queryKey: ['entries', app.contentType] })} />}
      </Suspense>
    </div>
  )
}
