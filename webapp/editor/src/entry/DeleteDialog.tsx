import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteEntry } from '../api/entries.ts'
import type { AppModel } from '../api/model.ts'
import type { Hit } from '../api/choices.ts'
import { ApiError } from '../api/problem.ts'
import { usedIn } from '../api/usedIn.ts'
import { EntryPicker } from '../fields/EntryPicker.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { tellDone } from '../shell/tell.ts'
import { UsedInList } from './UsedInList.tsx'

interface Props {
  app: AppModel
  entries: { id: string; title: string }[]
  onClose: () => void
  onDeleted: () => void
}

/** Asks before deleting, and says what still refers to the entry. */
export default function DeleteDialog({ app, entries, onClose, onDeleted }: Props) {
  const { t } = useTranslation()
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [instead, setInstead] = useState<Hit | null>(null)
  const type = app.contentType ?? ''
  const ids = entries.map((entry) => entry.id)
  const used = useQuery({ queryKey: ['used-in', type, ids], queryFn: async () => (await Promise.all(ids.slice(0, 20).map((id) => usedIn(type, id)))).flatMap((found) => found.usages) })
  const run = async () => {
    setBusy(true)
    try {
      for (const id of ids) await deleteEntry(type, id, instead?.id)
      tellDone(t('done.deleted', { count: ids.length }))
      onClose()
      onDeleted()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
      setBusy(false)
    }
  }
  const referrers = used.data ?? []
  const drafts = referrers.some((referrer) => referrer.draft)
  return (
    <Dialog onClose={onClose} title={t('delete.title', { count: entries.length, title: entries[0]?.title })}>
      <div className="stack">
        <p>{t('delete.text')}</p>
        {referrers.length > 0 && (
          <div className="notice notice-wrong">
            <div className="grow">
              <h3>{t('delete.used', { count: referrers.length })}</h3>
              <UsedInList referrers={referrers} />
              <p className="small" style={{ margin: '0.6rem 0 0.3rem' }}>{t('delete.instead')}</p>
              {instead ? <p className="ref"><span className="grow">{instead.title}</span><Button size="compact-sm" variant="subtle" onClick={() => setInstead(null)}>{t('action.remove')}</Button></p> : <EntryPicker types={[type]} label={t('delete.replacement')} onPick={(hit) => setInstead(hit && !ids.includes(hit.id) ? hit : null)} />}
            </div>
          </div>
        )}
        {error && <div className="login-error" role="alert">{error}</div>}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose} data-autofocus>{t('action.cancel')}</Button>
          <Button color="red" loading={busy} disabled={used.isPending || (drafts && !instead)} onClick={() => void run()}>{t('action.delete')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
