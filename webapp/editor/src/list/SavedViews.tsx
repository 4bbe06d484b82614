import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { dropView, saveView, savedViews, type SavedView } from '../api/views.ts'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { Kept } from './Kept.tsx'
import { listQuery, type ListSearch } from './listState.ts'

/** Lists as they were kept, one's own and those shared with all. */
export function SavedViews({ app, search, change }: { app: AppModel; search: ListSearch; change: (search: ListSearch) => void }) {
  const { t } = useTranslation()
  const type = app.contentType ?? ''
  const views = useQuery({ queryKey: ['views', type], queryFn: () => savedViews(type) })
  const deed = async (work: Promise<unknown>, done?: string) => {
    try {
      await work
      if (done) tellDone(done)
      await views.refetch()
    } catch (error) {
      tellFailure(error)
    }
  }
  const keep = (name: string, shared: boolean) => {
    const query = listQuery(app, search, [])
    void deed(saveView(type, { name, shared, display: search.view, q: search.q, filters: query.filter, sort: search.sort ? [search.sort] : undefined, columns: search.columns }), t('views.kept', { name }))
  }
  const items = (views.data ?? []).map((saved) => ({ id: saved.id, name: saved.view.name, shared: saved.view.shared ?? false, mine: saved.mine, saved }))
  return (
    <Kept title={t('views.title')} items={items} keepLabel={t('views.save')} nameLabel={t('views.name')} onUse={({ saved }) => change(searchOf(app, saved))} onDrop={({ id }) => void deed(dropView(type, id))} onKeep={keep}
      more={{ label: t('views.copy'), run: () => void navigator.clipboard.writeText(window.location.href).then(() => tellDone(t('action.copied'))) }} />
  )
}

function searchOf(app: AppModel, { view }: SavedView): ListSearch {
  const filter: Record<string, string[]> = {}
  for (const written of view.filters ?? []) {
    const [property = '', , values = ''] = written.split(/:(eq):/)
    const name = app.browser?.filters.find((one) => (one.property ?? one.name) === property)?.name ?? property
    filter[name] = values.split('|')
  }
  return { q: view.q, sort: view.sort?.[0], view: view.display, columns: view.columns, filter: Object.keys(filter).length > 0 ? filter : undefined }
}
