import { Button } from '@mantine/core'
import { IconFolderShare, IconForms, IconRestore, IconTrash, IconTrashX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetFolder } from '../api/assets.ts'
import type { Selection } from '../list/useSelection.ts'
import { MayButton } from '../shell/MayButton.tsx'
import { useRight, useWholeRight } from '../shell/rights.ts'
import { formatNumber } from '../theme/format.ts'
import type { BulkDeed } from './BulkAssetsDialog.tsx'
import type { AssetPages } from './useAssets.ts'

const BulkAssetsDialog = lazy(() => import('./BulkAssetsDialog.tsx'))

/** What can be done with all marked assets at once. */
export function BulkAssets({ selection, pages, inTrash, folders }: { selection: Selection; pages: AssetPages; inTrash: boolean; folders: AssetFolder[] }) {
  const { t } = useTranslation()
  const [deed, setDeed] = useState<BulkDeed | null>(null)
  const mayWrite = useWholeRight('asset')
  const mayPublish = useRight('publish', 'asset')
  const mayDelete = useRight('delete', 'asset')
  const ids = [...selection.ids]
  const titles = new Map<string, string>()
  for (let index = 0; index < pages.reachable && titles.size < ids.length; index += 1) {
    const row = pages.row(index)
    if (row && selection.ids.has(row['@id'])) titles.set(row['@id'], row.title)
  }
  return (
    <div className="bulk" role="region" aria-label={t('media.marked.title')}>
      <span className="strong" role="status">{t('media.marked', { count: ids.length, formatted: formatNumber(ids.length) })}</span>
      {inTrash
        ? (
          <>
            <MayButton permission={mayPublish} variant="default" leftSection={<IconRestore size={15} aria-hidden />} onClick={() => setDeed('restore')}>{t('media.restore')}</MayButton>
            <MayButton permission={mayDelete.allowed ? mayDelete : mayWrite} variant="default" color="red" leftSection={<IconTrashX size={15} aria-hidden />} onClick={() => setDeed('purge')}>{t('media.purge')}</MayButton>
          </>
        )
        : (
          <>
            <MayButton permission={mayWrite} variant="default" leftSection={<IconForms size={15} aria-hidden />} onClick={() => setDeed('describe')}>{t('media.describe')}</MayButton>
            <MayButton permission={mayWrite} variant="default" leftSection={<IconFolderShare size={15} aria-hidden />} onClick={() => setDeed('move')}>{t('bulk.move')}</MayButton>
            <MayButton permission={mayWrite} variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => setDeed('trash')}>{t('media.toTrash')}</MayButton>
          </>
        )}
      <span className="grow" />
      <Button variant="subtle" onClick={selection.clear}>{t('bulk.clear')}</Button>
      <Suspense fallback={null}>
        {deed && <BulkAssetsDialog deed={deed} ids={ids} titles={titles} folders={folders} onClose={(isDone) => { setDeed(null); if (isDone && deed !== 'describe') selection.clear() }} />}
      </Suspense>
    </div>
  )
}
