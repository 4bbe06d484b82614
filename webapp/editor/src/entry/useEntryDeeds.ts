import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { duplicateEntry, undeleteEntry, unpublishEntry } from '../api/entries.ts'
import type { AppModel } from '../api/model.ts'
import type { Draft } from '../form/draft.ts'
import { tellDone, tellFailure } from '../shell/tell.ts'

/** What is done with an entry as a whole. Typing is saved first. */
export function useEntryDeeds(app: AppModel, draft: Draft) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const deed = (work: (id: string) => Promise<unknown>, done: string) => async () => {
    const id = draft.entry?.['@id']
    if (!id) return
    try {
      if (draft.isUnsaved) await draft.saveNow()
      await work(id)
      tellDone(done)
      void client.invalidateQueries({ queryKey: ['entries', type] })
    } catch (error) {
      tellFailure(error)
    }
  }
  return {
    unpublish: deed(async (id) => { await unpublishEntry(type, id); await draft.refresh() }, t('done.unpublished')),
    undelete: deed(async (id) => { await undeleteEntry(type, id); await draft.refresh() }, t('done.undeleted')),
    duplicate: deed(async (id) => {
      const copy = await duplicateEntry(type, id)
      await navigate({ to: '/apps/$app/$id', params: { app: app.name, id: copy['@id'] } })
    }, t('done.duplicated')),
    deleted: () => {
      void client.invalidateQueries({ queryKey: ['entries', type] })
      void navigate({ to: '/apps/$app', params: { app: app.name } })
    },
  }
}
