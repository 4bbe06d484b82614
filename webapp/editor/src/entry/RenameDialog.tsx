import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { moveEntry } from '../api/entries.ts'
import type { AppModel, Entry } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import { Dialog } from '../shell/Dialog.tsx'

interface Props {
  app: AppModel
  entry: Entry
  onClose: () => void
  onRenamed: () => void
}

/** The name in the entry's address, and the folder it lies in. */
export default function RenameDialog({ app, entry, onClose, onRenamed }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(entry['@name'])
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await moveEntry(app.contentType ?? '', entry['@id'], { '@name': name.trim() })
      onRenamed()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
  }
  return (
    <Dialog onClose={onClose} title={t('action.rename')}>
      <form className="stack" onSubmit={submit}>
        <TextInput data-autofocus label={t('rename.name')} description={t('rename.help')} error={error} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <p className="quiet small break">{entry['@path'].replace(/[^/]*$/, '')}<strong>{name}</strong></p>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit">{t('action.rename')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
