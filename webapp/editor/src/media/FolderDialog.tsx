import { Button, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createFolder, moveFolder, removeFolder, type AssetFolder } from '../api/assets.ts'
import { ApiError } from '../api/problem.ts'
import { Dialog } from '../shell/Dialog.tsx'
import type { FolderDeed } from './FolderTree.tsx'
import { childOf, folderName, parentOf } from './mediaState.ts'

interface Props {
  deed: FolderDeed
  folders: AssetFolder[]
  onClose: () => void
  /** @param path where the folder is now; none when it is gone */
  onDone: (path: string | undefined) => void
}

/** Makes, renames, moves or takes away a folder. */
export default function FolderDialog({ deed, folders, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(deed.kind === 'rename' ? folderName(deed.path) : '')
  const [parent, setParent] = useState(deed.kind === 'rename' ? parentOf(deed.path) : deed.path)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setError(null)
    try {
      const path = childOf(parent, name.trim())
      if (deed.kind === 'create') await createFolder(path)
      else if (deed.kind === 'rename') await moveFolder(deed.path, path)
      else await removeFolder(deed.path)
      for (const key of ['asset-folders', 'assets']) void client.invalidateQueries({ queryKey: [key] })
      onDone(deed.kind === 'remove' ? undefined : path)
      onClose()
    } catch (failure) {
      setError(failure instanceof ApiError ? (failure.isOffline ? t('failure.offline') : failure.message) : t('failure.defect'))
      setBusy(false)
    }
  }
  const parents = folders.map((one) => one.path).filter((path) => deed.kind !== 'rename' || (path !== deed.path && !path.startsWith(`${deed.path}/`)))
  const title = deed.kind === 'create' ? t('media.newFolder') : deed.kind === 'rename' ? t('media.moveFolder') : t('media.removeFolder')
  return (
    <Dialog onClose={onClose} title={title}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void run() }}>
        {deed.kind === 'remove'
          ? <p>{t('media.removeFolderText', { path: deed.path })}</p>
          : (
            <>
              <TextInput data-autofocus label={t('media.folderName')} value={name} onChange={(event) => setName(event.currentTarget.value)} required />
              <Select label={t('media.folderIn')} data={parents.map((path) => ({ value: path, label: path === '/' ? t('media.root') : path }))} value={parent} onChange={(path) => setParent(path ?? '/')} allowDeselect={false} searchable />
              {deed.kind === 'rename' && <p className="quiet small">{t('media.moveFolderText')}</p>}
            </>
          )}
        {error && <div className="login-error" role="alert">{error}</div>}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" color={deed.kind === 'remove' ? 'red' : undefined} loading={busy} disabled={deed.kind !== 'remove' && !name.trim()}>{deed.kind === 'remove' ? t('action.remove') : t('action.apply')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
